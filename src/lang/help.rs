//! The words of help: what each command and each argument is for, by its path in the grammar.

use super::{Lang, Word, table, words};

words! {
    ABOUT = "Sales-pipeline cockpit for the terminal; without a command it opens on Today" | "命令行终端里的大客户销售驾驶舱；不带命令时打开“今日”";
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
        "account" = "Manage accounts: the organisations that buy" | "客户：采购方单位";
        "person" = "Manage people at accounts" | "联系人";
        "opp" = "Manage deals: list, open, move, answer the fifteen questions" | "商机：查看、推进、回答十五问";
        "role" = "Manage roles: a person's four marks and rank in a deal" | "决策角色：某联系人在某商机中的四项标记";
        "rep" = "Manage sales reps, the owners of deals" | "销售同事";
        "influence" = "Manage lines of influence, conflict or alliance between people in a deal" | "影响关系：商机中人与人之间的影响、冲突、结盟";
        "decision" = "Manage the steps of the customer's decision process" | "决策步骤：客户的决策流程";
        "factor" = "Manage decision criteria: what the customer decides on" | "决策因素：客户依据什么决策";
        "fit" = "Manage how well we and each rival fit a criterion" | "匹配度：我方与各对手对决策因素的匹配";
        "competitor" = "Manage competing companies" | "竞争对手";
        "rival" = "Manage rivals: how a competitor stands in a deal" | "项目对手：竞争对手在某商机中的态势";
        "visit" = "Manage visits and other customer activities" | "拜访及其他客户活动";
        "todo" = "Manage to-dos" | "待办事项";
        "done" = "Mark to-dos as done, one or several: 12,15" | "完成待办；可一次多条：12,15";
        "todo done" = "Mark it done. If it repeats, the next one is added" | "完成；重复的待办随即生成下一条";
        "todo drop" = "Drop it. If it repeats, the series ends" | "放弃；重复的待办不再生成";
        "todo reopen" = "Reopen it" | "重新打开";
        "todo defer" = "Defer it to another day" | "推迟到另一天";
        "todo give" = "Hand it over to someone" | "移交给他人";
        "todo wait" = "Set whom it waits on; without a name, clear it" | "等待某人；不写姓名则取消等待";
        "review" = "Show what changed in the funnel since the last review; with a verb, manage past reviews" | "上次回顾以来漏斗的变化；带子命令时为各项例行工作的记录";
        "cost" = "Manage hours and expenses spent on a deal" | "销售投入：某商机花费的工时与费用";
        "add" = "Add a visit or to-do from one line in your own words (quick add)" | "用一句话新建拜访或待办：跟谁、何时、何地，随手写";
        "funnel" = "Show the funnel: count, amount and weighted amount of each stage" | "漏斗：各阶段的数量、金额与加权金额";
        "today" = "Show today: visits, to-dos, overdue contacts, flagged deals" | "今日：拜访、待办、联系逾期的客户、预警商机";
        "week" = "Show a week: visits, to-dos, deals that moved" | "一周：拜访、已完成与未完成的待办、商机变动";
        "find" = "Find anything by word, number, phone, job title or pinyin initials, in any script or width" | "按词、编号、电话、职务或拼音首字母查找，简繁体、全半角均可";
        "undo" = "Undo the last change" | "撤销上一次修改";
        "redo" = "Redo the last undo" | "重做上一次撤销";
        "log" = "Show recent changes, or those of one record" | "最近或某条记录的变更历史";
        "import" = "Import CSV, TSV, XLSX, vCard, iCalendar and to-do files from other systems" | "导入其他系统的 CSV、TSV、XLSX 文件、vCard 名片、iCalendar 日历和待办清单";
        "export" = "Export records as CSV or JSON; people also as vCard, visits and to-dos also as iCalendar" | "将某类记录导出为 CSV 或 JSON，联系人还可导出为 vCard，拜访和待办还可导出为 iCalendar";
        "report" = "Show what was won or lost. Also: report deal RECORD, report visit RECORD, report call-plan (a month's visits), report forecast" | "赢单或输单统计：按季度、负责人、客户等；report deal 商机 输出商机评审单，report visit 拜访 输出拜访报告；report call-plan 输出月度客户拜访计划表，report forecast 输出销售预测";
        "backup" = "Write a verified copy of the book to a new file" | "备份台账到新文件，并校验副本";
        "restore" = "Replace the book with a backup; the current book is kept" | "用校验过的副本替换台账；原台账另行保留";
        "doctor" = "Check the book: file, links, journal" | "检查台账：文件、关联、日志";
        "completions" = "Print a shell completion script" | "输出 shell 补全脚本";
        "man" = "Print the manual page" | "输出手册页";
        "help" = "Explain a command" | "查看某个命令的说明";
        "* add" = "Add a record: field=value …" | "新建一条记录（字段=值）";
        "* set" = "Change fields of one record, or of several: 12,15,18" | "修改一条或多条记录（如 12,15,18）的字段";
        "* show" = "Show one record and everything linked to it" | "查看一条记录及其相关内容";
        "* list" = "List the records that match" | "列出符合条件的记录";
        "* remove" = "Remove a record; undo it with restore or undo" | "删除一条记录；可用 restore 或 undo 恢复";
        "* restore" = "Restore a removed record" | "恢复已删除的记录";
        "opp list" = "List deals that match; only open ones unless you add won, lost or all" | "列出商机；未写 won、lost、all 时只列在跟商机";
        "opp advance" = "Advance a deal through its gate; add reason=… to override a gate that is not passed" | "推进到下一阶段；闸口未过时须写 reason=…";
        "opp retreat" = "Move a deal back one stage" | "退回上一阶段";
        "opp win" = "Close a deal as won: reason=…, optional rival=… lesson=… on=…" | "以赢单结束：reason=…，可加 rival=… lesson=… on=…";
        "opp lose" = "Close a deal as lost: reason=…, optional rival=… lesson=… on=…" | "以输单结束：reason=…，可加 rival=… lesson=… on=…";
        "opp suspend" = "Suspend a deal: reason=…" | "搁置商机：reason=…";
        "opp drop" = "Drop a deal: reason=…" | "放弃商机：reason=…";
        "opp reopen" = "Reopen a closed deal" | "重新打开已结束的商机";
        "opp answer" = "Answer one of the fifteen questions" | "回答十五问之一";
        "visit prepare" = "Fill the agenda with what is still unknown; with all five W's the visit is ready" | "按商机里还不清楚的地方列好议程；五个 W 齐了就是就绪";
        "visit ready" = "Mark a visit as ready; it needs all five W's" | "标为就绪：须写齐五个 W";
        "visit debrief" = "Debrief a visit: outcome, answers, marks, cost, to-do and next visit in one go; a recurring visit gets its next one; moved=yes advances its deal" | "记录拜访结果，一次写好答案、标记、投入、待办和下次拜访；重复的拜访随即生成下一次；moved=yes 推进商机";
        "visit tick" = "Tick a step of a visit; run it again to untick" | "勾选拜访的一个步骤；再执行一次取消勾选";
        "visit template" = "Give a visit the steps of a template: store, negotiation, or your own from config.toml" | "为拜访套用模板的步骤：store、negotiation，或 config.toml 中的模板";
        "visit cancel" = "Cancel a visit; a recurring visit gets its next one" | "取消本次拜访；重复的拜访随即生成下一次";
        "opp mark" = "Set a person's marks in a deal: support=+ coverage=※" | "设定某人在商机中的标记：support=+ coverage=※";
        "opp line" = "Draw an influence line between two people in a deal" | "在商机的两人之间画一条影响关系";
        "opp fit" = "Set how well we (us) or a rival fit a criterion, -2 to +2" | "给我方（us）或对手在某决策因素上的匹配度打分，-2 到 +2";
        "opp rival" = "Add a rival to a deal, or change how it stands" | "把竞争对手加入商机，或修改其态势";
        "decision rank" = "Move a decision step up, down or to a position" | "调整决策步骤的次序";
        "factor rank" = "Move a criterion up, down or to a position" | "调整决策因素的优先级";
        "opp path" = "Show the path to the approver, its weakest link and the coverage gaps" | "查看通向最后批准人的路径、最弱环节与覆盖缺口";
        "opp gate" = "Show a deal's gates, answers, probability and flags" | "查看商机的三道闸口、答案、胜算与预警";
    }
}

table! {
    /// What each argument is for, by its command's path and its name; `*` stands for any path.
    ARGS {
        "* book" = "Use this book instead of the default one" | "使用另一个台账文件";
        "* lang" = "Language: en or zh" | "界面语言：en 或 zh";
        "* json" = "Print JSON instead of text" | "输出一个 JSON 文档";
        "* demo" = "Use a throw-away sample book; your own is not touched" | "使用临时的示例台账";
        "* help" = "Explain this command" | "查看本命令的说明";
        "* version" = "Print the version" | "输出版本号";
        "* record" = "A number, an ID or the start of one, a name, or pinyin initials. To change or remove, type the name from its start" | "编号、id、id 开头或名称；也可用拼音首字母。修改或移除时须写明名称的开头";
        "* fields" = "field=value, for example amount=1.2M close_on=\"end of month\"" | "字段=值，例如 amount=120万 close_on=月底";
        "* terms" = "Words of any text; field=value, also < > <= >= !=; field~part; text~word. Of owner, region and the like the only one with a part will do: owner=pam. field= alone: nothing filled in" | "任意文字中的词；字段=值，也可用 < > <= >= !=；字段~部分；文字~词。负责人、地区等写出唯一的一部分即可：负责人=张。字段= 表示未填";
        "* format" = "As text, JSON, CSV with all fields by their keys, or as people read them: XLSX (with --out) or Markdown" | "文本、JSON、含全部字段的 CSV，或便于阅读的 XLSX（需 --out）、Markdown";
        "* out" = "Write to a new file; its extension sets the format" | "写入的新文件，格式由扩展名决定";
        "opp list terms" = "open, won, lost, all, a stage, a flag as the screen has it (past close), words of any text; field=value, also < > <= >= !=; field~part; text~word; owner=pam means the only owner with pam; sort=close|amount|flags|account|owner|title|newest" | "open、won、lost、all、阶段名、屏幕上的预警（签单日已过）、任意文字中的词；字段=值，也可用 < > <= >= !=；字段~部分；文字~词；负责人=张 指唯一含“张”的负责人；sort=close|amount|flags|account|owner|title|newest";
        "opp answer question" = "The question's number, 1 to 15" | "题号，1 到 15";
        "opp answer verdict" = "+ favourable, - unfavourable, ? unknown" | "+ 有利，- 不利，? 未知";
        "opp answer fields" = "grade=guess|told|proven note=… source=PERSON (+NAME adds one) verified_on=… subject=RIVAL" | "grade=guess|told|proven note=… source=联系人（+姓名：新建） verified_on=… subject=对手";
        "opp mark person" = "The person; with several of that name, the one in this deal" | "联系人；重名时取参与该商机的那一位";
        "opp line from" = "Who influences" | "影响者";
        "opp line to" = "Who is influenced" | "受影响者";
        "opp fit factor" = "The criterion's number or name" | "决策因素的编号或名称";
        "opp fit vendor" = "us, or a competitor" | "us（我方）或竞争对手";
        "opp fit fit" = "-2 fails, -1 weak, 0 meets, +1 good, +2 best, ? clears it" | "-2 不满足，-1 较弱，0 满足，+1 较好，+2 最好；? 撤回";
        "opp rival competitor" = "The competitor; a new name adds the company" | "竞争对手；新名称会新建";
        "visit tick step" = "The step's number, from 1" | "第几步，从 1 数起";
        "visit template template" = "The name of the template" | "模板名称";
        "todo defer day" = "tomorrow, mon, \"next friday\", 2026-12-01 or +3wd" | "明天、周一、下周五、2026-12-01 或 +3wd";
        "todo give name" = "Who takes it over" | "移交给谁";
        "todo wait name" = "Whom it waits on" | "等谁";
        "todo list terms" = "Words of any text, all, done, dropped; field=value, also < > <= >= !=; field~part; text~word" | "任意文字中的词、all、done、dropped；字段=值，也可用 < > <= >= !=；字段~部分；文字~词";
        "* to" = "up, down, or a position from 1" | "up、down，或从 1 起的次序";
        "add words" = "The line, for example \"visit Acme thu 10:00 they confirm the budget @Boston\". For dates see qd help dates." | "一句话，例如“拜访 张平 周四10点 确认预算批准日期 @深圳”；qd help dates 列出日期写法";
        "review since" = "Start: 7d, 2w or a date. Default: the last finished review" | "从何时起：7d、2w 或日期；不写则从上次回顾起";
        "review md" = "Print Markdown" | "输出 Markdown";
        "funnel terms" = "Filter words as in a list, like owner~pam or account=…: the totals follow" | "与列表相同的筛选词，如 负责人~张、客户=…；合计随之变化";
        "funnel as_of" = "Show the funnel as of a past day" | "查看过去某一天的漏斗";
        "find words" = "Words (of the record and its account together too: 重庆 热风), a number, a phone number, a family name with a position (曾总), or pinyin initials" | "词（可同时含客户名与记录名：重庆 热风）、编号、电话、姓加职务（曾总）或拼音首字母";
        "log record" = "A deal's number, or a noun and a number: account 3" | "商机，或 类别 加 记录，例如 account 3";
        "undo batch" = "Undo only if this is the batch that comes next" | "操作编号；下一步要撤销的不是它，就不撤销";
        "redo batch" = "Redo only if this is the undo that comes next" | "操作编号；下一步要重做的不是它，就不重做";
        "import files" = "Files to import" | "文件";
        "import noun" = "What the rows are, if the file does not show it" | "识别不出时，指明这些行是哪类记录";
        "import from" = "The system the file comes from" | "来源系统";
        "import map" = "Map a field to a column: amount=\"Deal Value\"" | "字段对应的列：amount=\"Deal Value\"";
        "import map_stage" = "Map one of their stages to ours: Engaging=qualified" | "对方的阶段对应本系统哪个阶段：Engaging=qualified";
        "import window" = "Date range for calendars: 2026-01-01..2026-12-31. Default: one year back to one year ahead" | "导入日历的日期范围：2026-01-01..2026-12-31；不写则为前后各一年";
        "import currency" = "Currency for amounts without one" | "未注明币种的金额所用币种";
        "import rejects" = "Write rejected rows, unchanged, to this file" | "未导入的行原样存到这个文件";
        "import dry_run" = "Show what would happen without writing anything" | "试运行：只报告结果，不写入";
        "import no_limit" = "Allow files with more than 200,000 rows" | "允许超过 20 万行的文件";
        "export noun" = "Any noun: account, person, opp, role, factor …" | "任一类别：account、person、opp、role、factor……";
        "export format" = "csv or json; people: vcf; visits and to-dos: ics; to-dos: todotxt, taskwarrior" | "CSV 或 JSON；联系人可用 vcf，拜访和待办可用 ics，供手机导入；待办还可用 todotxt、taskwarrior";
        "export bom" = "Start CSV with a byte order mark (BOM), so that Excel reads Chinese text correctly" | "CSV 以字节顺序标记（BOM）开头，Excel 打开时中文不乱码";
        "export raw" = "Leave out the apostrophe that keeps spreadsheets from running a cell as a formula" | "不加防止表格把单元格当公式执行的撇号";
        "report name" = "Which report" | "哪种报告";
        "report words" = "For report deal and visit: the record. For won, lost and forecast: filter words as in a list, like owner~pam" | "report deal、visit：哪一条；won、lost、forecast：与列表相同的筛选词，如 负责人~张";
        "report format" = "Text, Markdown or JSON; won, lost, forecast and call-plan also CSV and XLSX; call-plan also iCalendar" | "文本、Markdown 或 JSON；won、lost、forecast、call-plan 还可为 CSV、XLSX，call-plan 另可为 iCalendar";
        "report month" = "Month of the call plan, for example 2026-12. Default: the month to plan now" | "report call-plan 的月份，如 2026-12；不写则为当前应计划的月份";
        "report out" = "Write to a new file; its extension sets the format" | "写入新文件，格式由扩展名决定";
        "report by" = "Group by, for won and lost; by quarter if omitted" | "won、lost 的分组依据；不写则按季度";
        "week which" = "last, a week like 2026-W48, or a day in it. Default: this week" | "上周、2026-W48 这样的周，或其中一天；不写即本周";
        "week md" = "Print Markdown" | "以 Markdown 输出";
        "week out" = "Write to a new file; Markdown if it ends in .md" | "写入新文件；以 .md 结尾时为 Markdown";
        "backup file" = "File to write; it must not exist yet" | "要写入的文件，不能已存在";
        "restore file" = "Backup to restore" | "要恢复的备份文件";
        "doctor full" = "Also recalculate all totals" | "同时重新核算所有合计";
        "completions shell" = "Shell" | "哪种 shell";
        "help path" = "Command to explain" | "要说明的命令";
    }
}

table! {
    /// The environment variables that are read.
    VARIABLES {
        "QD_BOOK" = "The book; --book overrides it" | "台账文件；--book 优先";
        "QD_LANG" = "The language, en or zh; --lang overrides it" | "语言 en 或 zh；--lang 优先";
        "TZ" = "The time zone, if the settings set none. Default: the machine's" | "时区；设置中未指定时生效，否则用本机时区";
        "QD_NOW" = "Time to use instead of the clock: RFC 3339 with offset" | "代替时钟的 RFC 3339 时间（含时区偏移）";
        "XDG_DATA_HOME" = "Folder of quarterdeck/book.db; default ~/.local/share" | "quarterdeck/book.db 所在目录，默认 ~/.local/share";
        "XDG_CONFIG_HOME" = "Folder of quarterdeck/config.toml; default ~/.config" | "quarterdeck/config.toml 所在目录，默认 ~/.config";
        "LC_ALL, LC_MESSAGES, LANG" = "The language if nothing else sets it" | "未另行指定时决定语言";
        "NO_COLOR, CLICOLOR_FORCE" = "Turn colour off; force colour into pipes" | "禁用颜色；强制在管道中也用颜色";
        "COLUMNS" = "Output width on a terminal" | "终端输出的宽度";
        "EDITOR, VISUAL" = "The editor for long notes" | "编辑长备注所用的编辑器";
    }
}

table! {
    /// What the exit status means.
    STATUSES {
        "0" = "Done" | "完成";
        "1" = "Refused by a rule, or a mistake in the input" | "不合规则，或输入有误";
        "2" = "Wrong command line" | "命令行有误";
        "3" = "Machine failure: disk, lock, damaged book" | "机器故障：磁盘、文件占用、台账损坏";
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
