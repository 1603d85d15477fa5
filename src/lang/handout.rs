//! What goes out as Markdown: to the clipboard or into a file.

use super::words;

words! {
    K_COPY = "copy report" | "复制报告";
    K_WRITE = "report to a file" | "报告存为文件";
    K_SUMMARY = "weekly summary" | "周报";
    SUMMARY_OF = "Weekly summary {0} as Markdown" | "{0} 周报（Markdown）";
    TO_CLIPBOARD = "To the clipboard" | "复制到剪贴板";
    TO_FILE = "Into a file" | "存为文件";
    OF_WEEK = "{0}: {1}" | "{0}：{1}";
    VISIT = "Report of visit {0}" | "拜访 {0} 的报告";
    WEEK = "Summary of {0}" | "{0} 周报";
    PLAN = "Call plan of {0}" | "{0} 拜访计划";
    COPIED = "{0}: {1} characters sent to the terminal’s clipboard; if nothing can be pasted, Y writes a file" | "{0}：{1} 字已送到终端剪贴板；若粘贴不出，可按 Y 存为文件";
    WRITTEN = "{0}: written to {1}" | "{0}：已存为 {1}";
    TOO_LONG = "{0} is too long for the clipboard: {1} bytes of {2}; Y writes it to a file" | "{0}过长，剪贴板放不下（{1} 字节，上限 {2}）；按 Y 存为文件";
    REPORT_WRITTEN = "written: {0}" | "已写入：{0}";
}
