//! The first screen of a book in which nothing is yet.

use super::words;

words! {
    TITLE = "Nothing in the book yet. To begin:" | "台账还是空的。可以这样开始：";
    LINE = "write one line: visit Acme thu 10:00" | "随手记一行：拜访 骏沃 周四10点";
    DEAL = "add a deal with its account" | "新建商机和它的客户";
    ACCOUNT = "add an account" | "新建客户";
    TODO = "add a to-do" | "新建待办";
    LISTS = "Import the lists you have (CSV, Excel, vCard, calendar):" | "已有表格（CSV、Excel、通讯录、日历），导入即可：";
    SAMPLE = "Or try a sample book; nothing you do there is kept:" | "也可以先看看示例台账，试完不留痕迹：";
    LEAVE_FOR = "press {0} to leave, then type" | "按 {0} 退出，然后输入";
    THEN = "press {0}, then {1}" | "先按 {0}，再按 {1}";
    PRESS = "press {0}" | "按 {0}";
    HELP = "the keys of every screen" | "查看当前界面的按键";
    PALETTE = "all commands" | "所有命令";
    LEAVE = "leave; everything is saved" | "退出，内容都已保存";
    LANGUAGE = "中文" | "English";
    TRY = "qd --demo" | "qd --demo";
    IMPORT = "qd import FILE" | "qd import 文件";
    BOOK = "The book: {0}" | "台账：{0}";
}
