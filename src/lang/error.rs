//! What went wrong, and the way out.

use super::words;

words! {
    ERROR = "error" | "错误";
    HINT = "hint" | "提示";
}
