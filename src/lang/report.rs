//! What each report takes, and what is said where it is given something else.

use super::words;

words! {
    TAKES_NOT = "{0} does not take {1}" | "{0}不支持 {1}";
    TAKES = "it takes: {0}" | "可用：{0}";
    A_RECORD = "one record" | "一条记录";
    SOME_WORDS = "words as in a list: owner~pam" | "与列表相同的筛选词：负责人~张";
    A_MONTH = "--month 2026-12" | "--month 2026-12";
    GROUPED = "--by {0}" | "--by {0}";
    FORMS = "--format {0}" | "--format {0}";
    A_FILE = "--out FILE ending so" | "--out 文件（扩展名相同）";
    STATUS_FIXED = "{0} is about {1} deals" | "{0}只统计{1}的商机";
    NO_ORDER = "{0} has an order of its own" | "{0}有固定的次序";
}
