//! The account's sheet.

use super::{Word, words};

words! {
    SHEET = "Profile" | "档案";
    BASICS = "Basics" | "基本信息";
    TREND = "Industry trends" | "行业及行业动态";
    ARCHIVE_EMPTY = "None of this is known yet: press e to fill it in." | "以上都还没有记录：按 e 填写。";
    QUALITY = "Quality requirements" | "品质要求";
    QUANTITY = "Annual volume" | "年采购量";
    CREDIT = "Credit check" | "信用调查";
    PRICE = "Pricing and payment" | "价格要求及支付货款周期";
}

/// The labels of the archive five, in their order.
pub const ARCHIVE_FIVE: [Word; 5] = [TREND, QUALITY, QUANTITY, CREDIT, PRICE];
