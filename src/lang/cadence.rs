//! The rhythm of contacts: when an account is to be met again.

use super::words;

words! {
    NEXT = "Next contact due" | "下次联系";
    DUE = "contact due" | "该联系";
    OVERDUE = "contact was due {0}" | "应于 {0} 联系";
    NEVER = "never contacted" | "从未联系";
}
