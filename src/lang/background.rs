//! A deal's background.

use super::words;

words! {
    BUSINESS = "The customer's business" | "客户业务状况";
    PROJECT = "The deal's background" | "商机背景";
    DRIVERS = "What drives it" | "商机实施驱动因素";
    PROFILE = "Why it is a key-account deal" | "大客户项目特征";
    REST = "Other facts" | "其他信息";
    FIELD = "{0} (Q{1})" | "{0}（{1}问）";
    EMPTY = "—" | "—";
}
