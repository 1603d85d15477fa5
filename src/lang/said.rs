//! What an action did, and why one did not happen.

use super::words;

words! {
    ADDED = "added {0} {1} · {2}" | "已新增{0} {1} · {2}";
    CHANGED = "changed {0} {1} · {2}" | "已修改{0} {1} · {2}";
    CHANGED_MANY = "changed {1} records ({0})" | "已修改 {1} 条{0}";
    UNCHANGED = "nothing was different" | "没有变化";
    REMOVED = "removed {0} {1} · {2} (u brings it back)" | "已移除{0} {1} · {2}（u 可恢复）";
    RESTORED = "brought back {0} {1} · {2}" | "已恢复{0} {1} · {2}";
    ADVANCED = "{0} → {1}" | "{0} → {1}";
    OVERRIDDEN = "{0} → {1}, gate overridden" | "{0} → {1}，闸口已越闸";
    RETREATED = "{0} ← {1}" | "{0} ← {1}";
    WON = "won: {0}" | "赢单：{0}";
    LOST = "lost: {0}" | "输单：{0}";
    SUSPENDED = "suspended: {0}" | "已搁置：{0}";
    DROPPED = "dropped: {0}" | "已放弃：{0}";
    REOPENED = "open again: {0}" | "重新打开：{0}";
    ANSWERED = "{0}: question {1} is {2}" | "{0}：第 {1} 问 {2}";
    UNDONE = "undid: {0} ({1} records)" | "已撤销：{0}（{1} 条记录）";
    REDONE = "did again: {0} ({1} records)" | "已重做：{0}（{1} 条记录）";
    SKIPPED = "left alone, changed since: {0}" | "此后已被修改，保留不动：{0}";
    NOTHING_TO_UNDO = "nothing to undo" | "没有可撤销的操作";
    NOTHING_TO_REDO = "nothing to redo" | "没有可重做的操作";

    GATE_NOT_PASSED = "gate {0} has not passed ({1}); {2}" | "闸口{0}未通过（{1}）：{2}";
    SEPARATOR = "; " | "；";
    GATE_HINT = "answer what is missing, or override with reason=\"…\"" | "补齐缺项，或写明越闸理由 reason=\"…\"";
    NO_FURTHER_HINT = "close it: opp win {0} reason=… or opp lose {0} reason=…" | "请结案：opp win {0} reason=… 或 opp lose {0} reason=…";
    NOT_OPEN_HINT = "opp reopen {0}" | "opp reopen {0}";
    NEEDS_REASON_HINT = "add reason=\"…\", and if you can rival=… and lesson=…" | "加上 reason=\"…\"，最好再加 rival=… 和 lesson=…";
    CIRCLE_PERSON = "a person can't report to himself, over others either" | "不能（间接）向自己汇报";
    CIRCLE_ACCOUNT = "an account can't belong to itself, over others either" | "客户不能（间接）隶属于自己";

    NO_ASSIGNMENT = "“{0}” is no field=value" | "“{0}”不是 字段=值";
    NO_ASSIGNMENT_HINT = "write field=value, with quotes around blanks: note=\"two words\"" | "请写成 字段=值，含空格时加引号：note=\"两个 词\"";
    NO_FIELD = "{0} has no field “{1}”" | "{0}没有字段“{1}”";
    NO_FIELD_HINT = "fields: {0}" | "字段：{0}";
    KEPT = "“{0}” is not set by hand" | "“{0}”不能直接修改";
    KEPT_HINT = "it follows from: {0}" | "请使用：{0}";
    REQUIRED = "{0} needs {1}" | "{0}必须填写{1}";
    NEEDED = "needed" | "必填";
    REQUIRED_HINT = "add {0}=…" | "请加上 {0}=…";
    BAD_VALUE = "“{1}” does not fit {0}" | "“{1}”不能用作{0}";
    WANTED_NUMBER = "a whole number from {0} to {1}" | "{0} 到 {1} 之间的整数";
    WANTED_ANY_NUMBER = "a whole number" | "整数";
    WANTED_MONEY = "an amount such as 1200.50, 1.2M or 120万" | "金额，如 1200.50、1.2M 或 120万";
    WANTED_CURRENCY = "a currency's code such as CNY, USD or EUR" | "货币代码，如 CNY、USD 或 EUR";
    WANTED_DATE = "a date such as 2026-11-30, 11/30, next fri, +2w or end of month" | "日期，如 2026-11-30、11/30、下周五、+2w 或 月底";
    WANTED_PAST = "today or a day before" | "今天或之前的日期";
    WANTED_CHOICE = "one of: {0}" | "可选：{0}";
    WANTED_FLAG = "yes or no" | "是 或 否";
    WANTED_SHORTER = "at most {0} characters" | "最多 {0} 个字符";
    NO_SUCH = "there is no {0} “{1}”" | "没有{0}“{1}”";
    NO_SUCH_HINT = "qd find {0}, or make it: qd {1} add name=…" | "qd find {0}，或新增：qd {1} add name=…";
    NO_SUCH_DEAL_HINT = "qd find {0}, or qd opp list" | "qd find {0}，或 qd opp list";
    AMBIGUOUS = "“{1}” may mean several {0}" | "“{1}”可能指多个{0}";
    AMBIGUOUS_HINT = "say which by its number: {0}" | "请用编号指明：{0}";
    GONE = "{0} {1} was removed" | "{0} {1} 已移除";
    GONE_HINT = "qd {0} restore {1}" | "qd {0} restore {1}";
    NO_QUESTION = "“{0}” is no question" | "没有第“{0}”问";
    NO_QUESTION_HINT = "the questions are 1 to 15" | "问题编号为 1 到 15";
    NO_VERDICT = "“{0}” is no answer" | "“{0}”不是答案";
    NO_VERDICT_HINT = "+ favourable, - unfavourable, ? unknown" | "+ 有利，- 不利，? 未知";
    LINE = "not understood: {0}" | "无法理解：{0}";
    LINE_HINT = "? shows the keys of this screen, : all commands" | "? 查看本屏按键，: 查看全部命令";

    LOCKED = "the book is held by another program" | "账本正被另一个程序占用";
    LOCKED_HINT = "close the other program, or try again" | "请关闭另一个程序，或稍后再试";
    FULL = "not saved: the disk or the quota is full" | "未保存：磁盘或配额已满";
    FULL_HINT = "free some space and do it again; nothing is half done" | "请腾出空间后重做；没有写入一半的内容";
    READ_ONLY = "the book can't be written" | "账本不可写";
    READ_ONLY_HINT = "check the owner and the mode of the file and its folder" | "请检查文件及其目录的所有者和权限";
    NOT_A_BOOK = "{0} is no book of Quarterdeck" | "{0} 不是 Quarterdeck 账本";
    NOT_A_BOOK_HINT = "name another file with --book" | "请用 --book 指定其他文件";
    EMPTY = "{0} is there but empty: a book was lost, or never was one" | "{0} 存在但为空：账本已丢失，或从来不是账本";
    EMPTY_HINT = "restore a backup (qd restore FILE), or remove the empty file to begin a new book" | "请恢复备份（qd restore 文件）或删除空文件以新建账本";
    NEWER = "the book was written by a newer Quarterdeck (schema {0})" | "账本由更新版本的 Quarterdeck 写成（结构 {0}）";
    NEWER_HINT = "install a version later than {0}" | "请安装高于 {0} 的版本";
    DAMAGED = "the book is damaged: {0}" | "账本已损坏：{0}";
    DAMAGED_HINT = "qd doctor tells more; qd restore FILE puts a backup in its place" | "qd doctor 查看详情；qd restore 文件 可恢复备份";
    OLD_ENGINE = "this program was built with SQLite {0}, which may lose writes" | "本程序使用的 SQLite {0} 可能丢失数据";
    OLD_ENGINE_HINT = "build it with the bundled SQLite" | "请用内置 SQLite 构建";
    EXISTS = "{0} exists" | "{0} 已存在";
    EXISTS_HINT = "name a file that does not exist yet" | "请指定一个不存在的文件";
    FILE = "{0}: {1}" | "{0}：{1}";
    FILE_HINT = "check the path and its rights" | "请检查路径和权限";
}
