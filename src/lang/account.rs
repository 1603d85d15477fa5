//! The account's sheet.

use super::{Word, words};

words! {
    SHEET = "Sheet" | "档案";
    BASICS = "Basics" | "基本信息";
    TREND = "Industry and its trend" | "行业及行业动态";
    ARCHIVE_EMPTY = "Nothing of this is known yet: e fills it in." | "以上都还没有记录：按 e 填写。";
    QUALITY = "Quality it asks for" | "品质要求";
    QUANTITY = "Bought in a year" | "年采购量";
    CREDIT = "Credit" | "信用调查";
    PRICE = "Prices and payment" | "价格要求及支付货款周期";
}

/// The labels of the archive five, in their order.
pub const ARCHIVE_FIVE: [Word; 5] = [TREND, QUALITY, QUANTITY, CREDIT, PRICE];
