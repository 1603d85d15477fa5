//! The lines that the last keys ran.

use super::words;

words! {
    K_RAN = "lines that the last keys ran" | "最近按键执行的命令";
    TITLE = "Lines that the last keys ran, newest last" | "最近按键执行的命令，新的在下";
    NONE = "No key has run a line yet." | "还没有按键执行过命令。";
    KEYS = "y copies the line, with qd before it · Esc leaves" | "y 复制该行，前面加 qd · Esc 关闭";
    COPIED = "sent to the terminal’s clipboard: {0}" | "已送到终端剪贴板：{0}";
    COPIES = "copy the line" | "复制该行";
}
