//! The lines that the last keys ran.

use super::words;

words! {
    K_RAN = "last lines run by keys" | "最近按键执行的命令";
    TITLE = "Last lines run by keys, newest last" | "最近按键执行的命令，新的在下";
    NONE = "No key has run a line yet." | "还没有按键执行过命令。";
    KEYS = "y copy the line, with qd before it · Esc close" | "y 复制该行，前面加 qd · Esc 关闭";
    COPIED = "copied to the clipboard: {0}" | "已复制到剪贴板：{0}";
    COPIES = "copy the line" | "复制该行";
}
