//! A deal's background.

use super::words;

words! {
    BUSINESS = "Customer's business" | "客户业务状况";
    PROJECT = "Deal background" | "商机背景";
    DRIVERS = "Drivers" | "商机实施驱动因素";
    PROFILE = "Key-account signs" | "大客户项目特征";
    REST = "Other details" | "其他信息";
    FIELD = "{0} (Q{1})" | "{0}（第{1}题）";
    EMPTY = "—" | "—";
}
