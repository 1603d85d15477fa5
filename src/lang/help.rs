//! The words of help: what each command and each argument is for, by its path in the grammar.

use super::{Lang, Word, table, words};

words! {
    ABOUT = "A sales-pipeline cockpit in the terminal: without a command it opens the cockpit on Today" | "终端里的销售漏斗驾驶舱；不带命令时打开驾驶舱的今日";
    USAGE = "Usage" | "用法";
    COMMANDS = "Commands" | "命令";
    ARGUMENTS = "Arguments" | "参数";
    OPTIONS = "Options" | "选项";
    ENVIRONMENT = "Environment" | "环境变量";
    STATUS = "Exit status" | "退出码";
    EXAMPLES = "Examples" | "示例";
    POSSIBLE = "one of: {0}" | "可选：{0}";
    PRESET = "default: {0}" | "默认：{0}";
    PLACE_COMMAND = "COMMAND" | "命令";
    PLACE_OPTIONS = "OPTIONS" | "选项";
}

table! {
    /// What each command is for, by its path; `*` stands for any noun.
    ABOUTS {
        "account" = "Accounts: the organisations that buy" | "客户：采购方单位";
        "person" = "People at accounts" | "联系人";
        "opp" = "Deals: list, open, move, answer the fifteen questions" | "商机：查看、推进、回答十五问";
        "role" = "What a person is in a deal: four marks and a rank" | "决策角色：某联系人在某商机中的四项标记";
        "rep" = "Colleagues who own deals" | "销售同事";
        "influence" = "Lines of influence, conflict or alliance between the people of a deal" | "影响关系：商机中人与人之间的影响、冲突、结盟";
        "decision" = "The steps of the customer's decision process" | "决策步骤：客户的决策流程";
        "factor" = "What the customer decides by" | "决策因素：客户依据什么决策";
        "fit" = "How well we and each rival fit a factor" | "匹配度：我方与各对手对决策因素的匹配";
        "competitor" = "Companies that we compete with" | "竞争对手";
        "rival" = "How a competitor stands in a deal" | "项目对手：竞争对手在某商机中的态势";
        "visit" = "Visits and other activities with customers" | "拜访及其他客户活动";
        "todo" = "Things to be done" | "待办事项";
        "done" = "A to-do is done; several at once: 12,15" | "完成待办；可一次多条：12,15";
        "todo done" = "It is done; where it recurs, the next one is made" | "完成；重复的待办随即生成下一条";
        "todo drop" = "It is given up; where it recurs, the series ends" | "放弃；重复的待办不再生成";
        "todo reopen" = "It is to be done again" | "重新打开";
        "todo defer" = "Puts it off to another day" | "推迟到另一天";
        "todo give" = "Hands it over to somebody" | "移交给他人";
        "todo wait" = "It waits on somebody; without a name on nobody" | "等待某人；不写姓名则取消等待";
        "review" = "What became of the funnel since the last review; with a verb, the rituals that were kept" | "上次回顾以来漏斗的变化；带动词时为例行回顾的记录";
        "cost" = "Hours and money spent on a deal" | "销售投入：某商机花费的工时与费用";
        "add" = "Makes a visit or a to-do from one line: who, when, where, in your own words" | "用一句话新增拜访或待办：跟谁、何时、何地，随手写";
        "funnel" = "The funnel: count, amount and weighted amount of each stage" | "漏斗：各阶段的数量、金额与加权金额";
        "today" = "What the day asks for: visits, to-dos, accounts without contact, deals in trouble" | "今日：拜访、待办、联系逾期的客户、预警商机";
        "week" = "A week: visits, to-dos done and open, deals that moved" | "一周：拜访、已完成与未完成的待办、商机变动";
        "find" = "Finds anything by word, number, telephone, title or pinyin initials, however it is written" | "按词、编号、电话、职务或拼音首字母查找，简繁体、全半角均可";
        "undo" = "Takes back the last change" | "撤销上一次修改";
        "redo" = "Takes back the last undo" | "重做上一次撤销";
        "log" = "What happened lately, or to one record" | "最近或某条记录的变更历史";
        "import" = "Takes in CSV, TSV, XLSX, vCard, iCalendar and to-do files of other systems" | "导入其他系统的 CSV、TSV、XLSX 文件、vCard 名片、iCalendar 日历和待办清单";
        "export" = "Writes all records of a noun as CSV or JSON, people also as vCard, visits and to-dos also as iCalendar" | "将某类记录导出为 CSV 或 JSON，联系人还可导出为 vCard，拜访和待办还可导出为 iCalendar";
        "report" = "What was won or lost, by quarter, owner, account and more; report deal RECORD is a deal's sheet for a review, report visit RECORD a visit's; report call-plan is a month's plan of visits, report forecast what open deals may bring" | "赢单或输单统计：按季度、负责人、客户等；report deal 商机 输出评审用的商机单，report visit 拜访 输出拜访报告；report call-plan 输出月度拜访计划，report forecast 输出销售预测";
        "backup" = "Writes a checked copy of the book to a new file" | "备份账本到新文件，并校验副本";
        "restore" = "Puts a checked copy in place of the book; the book that was there is kept" | "用校验过的副本替换账本；原账本另行保留";
        "doctor" = "Checks the book: file, links, journal" | "检查账本：文件、关联、日志";
        "completions" = "Prints the completion script of a shell" | "输出 shell 补全脚本";
        "man" = "Prints the manual page" | "输出手册页";
        "help" = "Explains a command" | "查看某个命令的说明";
        "* add" = "Makes a record from field=value words" | "新增一条记录（字段=值）";
        "* set" = "Changes fields of one record, or of several: 12,15,18" | "修改一条或多条记录（如 12,15,18）的字段";
        "* show" = "One record with what hangs on it" | "查看一条记录及其相关内容";
        "* list" = "All records that meet the terms" | "列出符合条件的记录";
        "* remove" = "Removes a record; restore or undo brings it back" | "移除一条记录；可用 restore 或 undo 恢复";
        "* restore" = "Brings a removed record back" | "恢复已移除的记录";
        "opp list" = "Deals that meet the terms; the open ones unless won, lost or all is said" | "列出商机；未写 won、lost、all 时只列在跟商机";
        "opp advance" = "Moves a deal on through its gate; a gate that does not pass needs reason=…" | "推进到下一阶段；闸口未过时须写 reason=…";
        "opp retreat" = "Moves a deal back by one stage" | "退回上一阶段";
        "opp win" = "Closes a deal as won: reason=… and if known rival=… lesson=… on=…" | "赢单结案：reason=…，可加 rival=… lesson=… on=…";
        "opp lose" = "Closes a deal as lost: reason=… and if known rival=… lesson=… on=…" | "输单结案：reason=…，可加 rival=… lesson=… on=…";
        "opp suspend" = "Puts a deal aside: reason=…" | "搁置商机：reason=…";
        "opp drop" = "Gives a deal up: reason=…" | "放弃商机：reason=…";
        "opp reopen" = "Opens a closed deal again" | "重新打开已结案的商机";
        "opp answer" = "Answers one of the fifteen questions" | "回答十五问之一";
        "visit prepare" = "Fills the agenda from what the deal does not know yet; with five W’s the visit is ready" | "用商机中未知的内容填好议程；五个 W 齐全即为就绪";
        "visit ready" = "Says that a visit is prepared: it must have its five W’s" | "标为就绪：须写齐五个 W";
        "visit debrief" = "Tells what came of a visit, and writes answers, marks, cost, to-do and next visit at once; where it recurs, the next one is made; moved=yes moves its deal on" | "记录拜访结果，一次写好答案、标记、投入、待办和下次拜访；重复的拜访随即生成下一次；moved=yes 推进商机";
        "visit tick" = "Ticks a step of a visit off; said again, takes the tick back" | "勾选拜访的一个步骤；再说一次则取消勾选";
        "visit template" = "Gives a visit the steps of a template: store, negotiation, or one of config.toml" | "为拜访套用模板的步骤：store、negotiation，或 config.toml 中的模板";
        "visit cancel" = "Calls a visit off; where it recurs, the next one is made" | "取消本次拜访；重复的拜访随即生成下一次";
        "opp mark" = "Sets the marks of a person in a deal: support=+ coverage=※" | "设定某人在商机中的标记：support=+ coverage=※";
        "opp line" = "Draws a line of influence between two people of a deal" | "在商机的两人之间画一条影响关系";
        "opp fit" = "Says how well we (us) or a rival fit a factor, -2 to +2" | "我方（us）或对手对某决策因素的匹配度，-2 到 +2";
        "opp rival" = "Puts a competitor into a deal, or changes how it stands there" | "把竞争对手加入商机，或修改其态势";
        "decision rank" = "Moves a decision step up, down or to a place" | "调整决策步骤的次序";
        "factor rank" = "Moves a factor up, down or to a place" | "调整决策因素的优先级";
        "opp path" = "Who can take us to the approver, through whom, and the coverage gaps" | "查看通向最后批准人的路径、最弱环节与覆盖缺口";
        "opp gate" = "The three gates, the answers, the probability and the flags of a deal" | "查看商机的三道闸口、答案、胜算与预警";
    }
}

table! {
    /// What each argument is for, by its command's path and its name; `*` stands for any path.
    ARGS {
        "* book" = "The book to work on instead of the usual one" | "使用另一个账本文件";
        "* lang" = "The language: en or zh" | "界面语言：en 或 zh";
        "* json" = "One JSON document instead of text" | "输出一个 JSON 文档";
        "* demo" = "Works on a throw-away book with a sample pipeline" | "使用临时的示例账本";
        "* help" = "Explains this command" | "查看本命令的说明";
        "* version" = "Prints the version" | "输出版本号";
        "* record" = "A number, an id, the start of an id, or a name; pinyin initials will do. What changes or removes wants the name from its start" | "编号、id、id 开头或名称；也可用拼音首字母。修改或移除时须写明名称的开头";
        "* fields" = "field=value, such as amount=1.2M close_on=\"end of month\"" | "字段=值，例如 amount=120万 close_on=月底";
        "* terms" = "Words of any text; field=value, also < > <= >= !=; field~part; text~word. Of owner, region and the like the only one with a part will do: owner=pam. field= alone: nothing filled in" | "任意文字中的词；字段=值，也可用 < > <= >= !=；字段~部分；文字~词。负责人、地区等写出唯一的一部分即可：负责人=张。字段= 表示未填";
        "* format" = "As text, JSON, CSV with all fields by their keys, or as people read them: XLSX (with --out) or Markdown" | "文本、JSON、含全部字段的 CSV，或便于阅读的 XLSX（需 --out）、Markdown";
        "* out" = "A new file; what it ends in says how it is written" | "写入的新文件，格式由扩展名决定";
        "opp list terms" = "open, won, lost, all, a stage, a flag as the screen has it (past close), words of any text; field=value, also < > <= >= !=; field~part; text~word; owner=pam means the only owner with pam; sort=close|amount|flags|account|owner|title|newest" | "open、won、lost、all、阶段名、屏幕上的预警（成交日过）、任意文字中的词；字段=值，也可用 < > <= >= !=；字段~部分；文字~词；负责人=张 指唯一含“张”的负责人；sort=close|amount|flags|account|owner|title|newest";
        "opp answer question" = "The question's number, 1 to 15" | "问题编号，1 到 15";
        "opp answer verdict" = "+ favourable, - unfavourable, ? unknown" | "+ 有利，- 不利，? 未知";
        "opp answer fields" = "grade=guess|told|proven note=… source=PERSON (+NAME: a new one) verified_on=… subject=RIVAL" | "grade=guess|told|proven note=… source=联系人（+姓名：新建） verified_on=… subject=对手";
        "opp mark person" = "The person; of several with one name, the one with a part in the deal" | "联系人；重名时取参与该商机的那一位";
        "opp line from" = "Who influences" | "影响者";
        "opp line to" = "Who is influenced" | "受影响者";
        "opp fit factor" = "The factor's number or name" | "决策因素的编号或名称";
        "opp fit vendor" = "us, or a competitor" | "us（我方）或竞争对手";
        "opp fit fit" = "-2 fails, -1 weak, 0 meets, +1 good, +2 best; ? takes it back" | "-2 不满足，-1 较弱，0 满足，+1 较好，+2 最好；? 撤回";
        "opp rival competitor" = "The competitor; a new name makes one" | "竞争对手；新名称会新建";
        "visit tick step" = "The place of the step, from 1" | "第几步，从 1 数起";
        "visit template template" = "The name of the template" | "模板名称";
        "todo defer day" = "tomorrow, mon, \"next friday\", 2026-12-01 or +3wd" | "明天、周一、下周五、2026-12-01 或 +3wd";
        "todo give name" = "To whom" | "移交给谁";
        "todo wait name" = "On whom" | "等谁";
        "todo list terms" = "Words of any text, all, done, dropped; field=value, also < > <= >= !=; field~part; text~word" | "任意文字中的词、all、done、dropped；字段=值，也可用 < > <= >= !=；字段~部分；文字~词";
        "* to" = "up, down, or a place from 1" | "up、down，或从 1 起的次序";
        "add words" = "The line, such as \"visit Acme thu 10:00 they confirm the budget @Boston\"; qd help dates lists what days may be called" | "一句话，例如“拜访 张平 周四10点 确认预算批准日期 @深圳”；qd help dates 列出日期写法";
        "review since" = "From when on: 7d, 2w or a date; the last stamp where nothing is said" | "从何时起：7d、2w 或日期；不写则从上次盖章起";
        "review md" = "As Markdown" | "输出 Markdown";
        "funnel terms" = "The words that narrow a list, such as owner~pam or account=…: the sums follow" | "与列表相同的筛选词，如 负责人~张、客户=…；合计随之变化";
        "funnel as_of" = "The funnel of a past day" | "查看过去某一天的漏斗";
        "find words" = "Words (also of the record and its account together: 重庆 热风), a number, a telephone number, a family name with a position (曾总), or pinyin initials" | "词（可同时含客户名与记录名：重庆 热风）、编号、电话、姓加职务（曾总）或拼音首字母";
        "log record" = "A deal, or a noun and a record: account 3" | "商机，或 类别 加 记录，例如 account 3";
        "undo batch" = "Only where this batch is the one that would be taken back" | "仅当下一个可撤销的批次为此编号时才撤销";
        "redo batch" = "Only where this batch is the undo that would be taken back" | "仅当下一个可重做的批次为此编号时才重做";
        "import files" = "The files" | "文件";
        "import noun" = "What the rows are, where it cannot be told" | "无法识别时指明行的类别";
        "import from" = "The system that they come from" | "来源系统";
        "import map" = "Which column holds a field: amount=\"Deal Value\"" | "字段对应的列：amount=\"Deal Value\"";
        "import map_stage" = "Which stage one of theirs is: Engaging=qualified" | "对方阶段对应的阶段：Engaging=qualified";
        "import window" = "The days of a calendar that come in: 2026-01-01..2026-12-31; else a year back and a year ahead" | "导入日历的日期范围：2026-01-01..2026-12-31；不写则为前后各一年";
        "import currency" = "The currency of amounts that name none" | "未注明币种的金额所用币种";
        "import rejects" = "Where rejected rows are written, as they came" | "被拒绝的行原样写入的文件";
        "import dry_run" = "Tells what would happen and writes nothing" | "只说明结果，不写入";
        "import no_limit" = "Takes files of more than 200,000 rows" | "允许超过 20 万行的文件";
        "export noun" = "Any noun: account, person, opp, role, factor …" | "任一类别：account、person、opp、role、factor……";
        "export format" = "CSV or JSON; of people also vcf, of visits and to-dos ics for a phone, of to-dos todotxt and taskwarrior" | "CSV 或 JSON；联系人可用 vcf，拜访和待办可用 ics，供手机导入；待办还可用 todotxt、taskwarrior";
        "export bom" = "Begins CSV with a byte order mark (BOM), by which Excel on a Chinese Windows knows the encoding" | "CSV 以字节顺序标记（BOM）开头，Excel 打开时中文不乱码";
        "export raw" = "Leaves out the apostrophe that keeps spreadsheets from running a cell as a formula" | "不加防止表格把单元格当公式执行的撇号";
        "report name" = "Which report" | "哪种统计";
        "report words" = "Of report deal and visit which one; of won, lost and forecast the words that narrow a list: owner~pam" | "report deal、visit：哪一条；won、lost、forecast：与列表相同的筛选词，如 负责人~张";
        "report format" = "As text, Markdown or JSON; won, lost, forecast and call-plan also as CSV and XLSX, call-plan as iCalendar too" | "文本、Markdown 或 JSON；won、lost、forecast、call-plan 还可为 CSV、XLSX，call-plan 另可为 iCalendar";
        "report month" = "Of report call-plan the month, as 2026-12; left out, the one to be planned now" | "report call-plan 的月份，如 2026-12；不写则为当前应计划的月份";
        "report out" = "Into a new file, whose ending tells the form" | "写入新文件，格式由扩展名决定";
        "report by" = "Of won and lost what to group by; the quarter where nothing is said" | "won、lost 的分组依据；不写则按季度";
        "week which" = "last, a week such as 2026-W48, or a day in it; else this week" | "上周、2026-W48 这样的周，或其中一天；不写即本周";
        "week md" = "As Markdown" | "以 Markdown 输出";
        "week out" = "Writes a new file instead; Markdown where its name ends with .md" | "写入新文件；以 .md 结尾时为 Markdown";
        "backup file" = "The file to write; it must not exist" | "要写入的文件，不能已存在";
        "restore file" = "The backup to put in place" | "要恢复的备份文件";
        "doctor full" = "Also counts every sum again" | "同时重新核算所有合计";
        "completions shell" = "The shell" | "哪种 shell";
        "help path" = "The command to explain" | "要说明的命令";
    }
}

table! {
    /// The environment variables that are read.
    VARIABLES {
        "QD_BOOK" = "The book; --book wins over it" | "账本文件；--book 优先";
        "QD_LANG" = "The language, en or zh; --lang wins over it" | "语言 en 或 zh；--lang 优先";
        "TZ" = "The time zone, where the settings name none; else the machine’s" | "时区；设置中未指定时生效，否则用本机时区";
        "QD_NOW" = "An RFC 3339 time with offset that stands for the clock" | "代替时钟的 RFC 3339 时间（含时区偏移）";
        "XDG_DATA_HOME" = "Where quarterdeck/book.db lies; ~/.local/share by default" | "quarterdeck/book.db 所在目录，默认 ~/.local/share";
        "XDG_CONFIG_HOME" = "Where quarterdeck/config.toml lies; ~/.config by default" | "quarterdeck/config.toml 所在目录，默认 ~/.config";
        "LC_ALL, LC_MESSAGES, LANG" = "The language where nothing else says it" | "未另行指定时决定语言";
        "NO_COLOR, CLICOLOR_FORCE" = "Never colour; colour into a pipe too" | "禁用颜色；强制在管道中也用颜色";
        "COLUMNS" = "The width of the output on a terminal" | "终端输出的宽度";
        "EDITOR, VISUAL" = "The editor for long notes" | "编辑长备注所用的编辑器";
    }
}

table! {
    /// What the exit status means.
    STATUSES {
        "0" = "Done" | "完成";
        "1" = "Refused by a rule, or a mistake in the input" | "被规则拒绝，或输入有误";
        "2" = "The command line is wrong" | "命令行有误";
        "3" = "A fault of the machine: disk, lock, damaged book" | "机器故障：磁盘、占用、账本损坏";
    }
}

/// Lines that show how the program is used.
pub const LINES: &[&str] = &[
    "qd opp add title=\"…\" account=… amount=1.2M close_on=\"end of month\"",
    "qd add \"visit Acme thu 10:00 they confirm the budget @Boston\"",
    "qd opp answer 12 4 + grade=told note=\"…\"",
    "qd opp list 'amount>500k' sort=flags",
    "qd funnel --as-of 2026-06-30 --json",
    "qd review --since 7d --md",
];

/// What a command is for, by its path, such as `opp add`; nothing for an unknown one.
pub fn about(lang: Lang, path: &str) -> Option<&'static str> {
    let any = path.split_once(' ').map(|(_, verb)| format!("* {verb}"));
    find(ABOUTS, path).or_else(|| find(ABOUTS, &any?)).map(|word| word.text(lang))
}

/// What an argument of a command is for; nothing for an unknown one.
pub fn arg(lang: Lang, path: &str, name: &str) -> Option<&'static str> {
    find(ARGS, &format!("{path} {name}"))
        .or_else(|| find(ARGS, &format!("* {name}")))
        .map(|word| word.text(lang))
}

fn find(table: &[(&str, Word)], key: &str) -> Option<Word> {
    table.iter().find(|(name, _)| *name == key).map(|(_, word)| *word)
}
