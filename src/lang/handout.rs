//! What goes out as Markdown: to the clipboard or into a file.

use super::words;

words! {
    K_COPY = "copy report" | "复制报告";
    K_WRITE = "save report" | "存为文件";
    K_SUMMARY = "weekly summary" | "周报";
    SUMMARY_OF = "Weekly summary {0} (Markdown)" | "{0} 周报（Markdown）";
    TO_CLIPBOARD = "Copy to clipboard" | "复制到剪贴板";
    TO_FILE = "Save to file" | "存为文件";
    OF_WEEK = "{0}: {1}" | "{0}：{1}";
    VISIT = "Visit report {0}" | "拜访 {0} 的报告";
    WEEK = "Weekly summary {0}" | "{0} 周报";
    PLAN = "Call plan {0}" | "{0} 客户拜访计划表";
    COPIED = "{0}: {1} characters copied. If nothing pastes, press Y to save a file." | "{0}已复制（{1}字）；粘贴不出来就按 Y 存为文件";
    WRITTEN = "{0}: saved to {1}" | "{0}：已存为 {1}";
    TOO_LONG = "{0} is too long for the clipboard ({1} of {2} bytes): press Y to save a file" | "{0}太长，剪贴板放不下（{1}字节，上限{2}）；请按 Y 存为文件";
    REPORT_WRITTEN = "Saved: {0}" | "已存为：{0}";
}
