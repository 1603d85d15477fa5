//! What an import tells: what it took a file for, what became of it, why a row or a file was not taken.

use super::{Word, table, words};

words! {
    TOOK = "took it for: {0}" | "识别为：{0}";
    LAYOUT = "layout {0}" | "格式 {0}";
    LAYOUT_PLAIN = "no known layout" | "非已知系统格式";
    ENCODING = "encoding {0}" | "编码 {0}";
    DELIMITER = "cells divided by {0}" | "分隔符 {0}";
    DELIMITER_TAB = "tab" | "制表符";
    SHEET = "sheet “{0}”" | "工作表“{0}”";
    HEADER = "header on line {0}" | "表头在第 {0} 行";
    DATES_YEAR = "dates: year first" | "日期：年在前";
    DATES_DAY = "dates: day first" | "日期：日在前";
    DATES_MONTH = "dates: month first" | "日期：月在前";
    NUMBERS_POINT = "decimals behind a point" | "小数点为“.”";
    NUMBERS_COMMA = "decimals behind a comma" | "小数点为“,”";
    GUESSED = "guessed" | "推测";
    CURRENCY = "currency {0}" | "币种 {0}";
    CURRENCY_ASSUMED = "currency {0} (assumed, the file names none: --currency says another)" | "币种 {0}（文件未注明，按默认；可用 --currency 指定）";
    COLUMNS = "columns:" | "列：";
    COLUMN_FIELD = "{0} → {1}" | "{0} → {1}";
    COLUMN_KEPT = "{0}: kept with the record" | "{0}：随记录保留";
    COLUMN_DERIVED = "{0}: left out, it repeats a date" | "{0}：与日期重复，略去";
    COLUMN_IGNORED = "{0}: left out, it carries nothing" | "{0}：无内容，略去";
    COLUMN_EMBEDDED = "{0}: left out, pictures and the like are not kept" | "{0}：图片等嵌入内容不保留";
    STAGES = "stages:" | "阶段对照：";
    STAGE_ROW = "{0} → {1} ({2})" | "{0} → {1}（{2} 条）";
    STAGE_UNKNOWN = "{0}: not known, taken as {1} ({2}); set it with --map-stage" | "{0}：无法识别，按{1}处理（{2} 条）；可用 --map-stage 指定";
    SKIPPED_ABOVE = "line {0}: above the header, not read" | "第 {0} 行：在表头之上，未读取";
    SKIPPED_HEADER = "line {0}: the header again, not read" | "第 {0} 行：重复的表头，未读取";
    SKIPPED_HINT = "line {0}: a hint how to fill in, not read" | "第 {0} 行：填写说明，未读取";
    SKIPPED_WINDOW = "line {0}: no day of it lies in the window, not read; --window FROM..TO takes others" | "第 {0} 行：不在日期范围内，未读取；可用 --window 起..止 调整";
    SKIPPED_FOREIGN = "line {0}: neither an event nor a to-do, not read" | "第 {0} 行：既不是日程也不是待办，未读取";
    SKIPPED_GROUP = "line {0}: a section or project, kept with its to-dos" | "第 {0} 行：分组或项目，随其待办保留";
    SKIPPED_TEMPLATE = "line {0}: the template of a series, which its to-dos carry on" | "第 {0} 行：重复系列的模板，由系列中的待办延续";
    BAD_WINDOW = "“{0}” is no span of days" | "“{0}”不是日期范围";
    BAD_WINDOW_HINT = "write it as 2026-01-01..2026-12-31" | "请写成 2026-01-01..2026-12-31";
    SKIPPED_REMARK = "line {0}: a remark, not read" | "第 {0} 行：注释，未读取";
    REJECTED = "line {0}: rejected: {1}" | "第 {0} 行：未导入：{1}";
    REJECTED_COLUMN = "line {0}, {1}: rejected: {2}" | "第 {0} 行“{1}”：未导入：{2}";
    KEPT = "line {0}, {1}: kept as text: {2}" | "第 {0} 行“{1}”：按原文保留：{2}";
    COUNTS = "{0} read: {1} new, {2} changed, {3} the same, {4} rejected" | "读取 {0} 行：新增 {1}，更新 {2}，未变 {3}，未导入 {4}";
    BESIDE = "accounts or people made that only these rows name: {0}" | "另新建 {0} 个仅在这些行中出现的客户或联系人";
    KNOWN_FROM = "the book knows these ids from “{0}”, so they count as that source's; --from NAME says another" | "这些编号在账本中属于来源“{0}”，按该来源处理；可用 --from 指定其他来源";
    LIKELY = "line {0}: {1}: likely the same as person {2} {3}" | "第 {0} 行：{1} 可能与联系人 {2} {3} 为同一人";
    AWAY = "removed by hand, and kept so: {0}; to bring one back: qd {1} restore {2}" | "其中 {0} 条曾被手工移除，保持移除状态；恢复请用：qd {1} restore {2}";
    ENDED = "no longer in the calendar, taken out here too: {0} ({1})" | "日历中已取消，这里随之移除：{0} 条（{1}）";
    LEFT = "no longer in the calendar, kept since it was reported or changed here: {0} ({1})" | "日历中已取消，但这里已汇报或改过，予以保留：{0} 条（{1}）";
    DRY = "dry run: nothing was written" | "试运行：未写入任何内容";
    UNDO_HINT = "qd undo takes the whole import back" | "qd undo 可撤销整次导入";
    MORE = "… and {0} more (--json has them all)" | "……另有 {0} 条（--json 列出全部）";
    ODD = "line {0}: taken, but {1}" | "第 {0} 行：已导入，但{1}";
}

table! {
    /// Why a row was rejected or a cell only kept, by `Reason::code`.
    REASONS {
        "too-many-cells" = "it has {1} cells, the header {0}" | "有 {1} 个单元格，表头只有 {0} 列";
        "too-few-cells" = "it has only {1} cells, the header {0}" | "只有 {1} 个单元格，表头有 {0} 列";
        "stray-quote" = "text behind a closing quote: rows may have run into each other" | "结束引号后还有文字，几行可能连在了一起";
        "bad-date" = "“{0}” is no date" | "“{0}”不是日期";
        "bad-number" = "“{0}” is no number" | "“{0}”不是数字";
        "lost-digits" = "“{0}” has lost its last digits in a spreadsheet; make the column text there and write the number again" | "“{0}”的末几位已在电子表格中丢失：请在表格中把该列设为文本并重新填写";
        "out-of-range" = "“{0}” is out of range" | "“{0}”超出范围";
        "bad-choice" = "“{0}” is none of the values of this field" | "“{0}”不是该字段的可选值";
        "no-name" = "nothing gives it a name" | "缺少名称";
        "lone-cell" = "a lone “{0}” makes no deal" | "整行只有“{0}”，不是商机";
        "total" = "a row of totals" | "合计行";
        "duplicate" = "the same as line {0}" | "与第 {0} 行重复";
        "no-end" = "the card that begins here has no END:VCARD" | "从这里开始的名片没有 END:VCARD";
        "outside-card" = "text that stands in no card" | "不属于任何名片的文字";
        "no-content-line" = "“{0}” is no line with a name and a value" | "“{0}”不是有效的内容行";
        "bad-text" = "its bytes are not in the charset that is said or seen" | "字节与声明或识别的字符集不符";
        "nul" = "a NUL byte" | "含有 NUL 字节";
        "too-long" = "a field of more than 1 MB" | "字段超过 1 MB";
        "too-many-lines" = "a card of more than 1000 lines" | "名片超过 1000 行";
        "no-item-end" = "the {0} that begins here has no END:{0}" | "从这里开始的 {0} 没有 END:{0}";
        "bad-json" = "from here on it cannot be read as JSON: {0}" | "从这里起无法按 JSON 读取：{0}";
        "no-start" = "it does not say when it begins" | "没有开始时间";
        "no-zone" = "nobody knows the time zone “{0}”: its time is taken for ours" | "无法识别时区“{0}”，按本地时间处理";
        "bad-rule" = "“{0}” is no rule of recurrence: only its first time is taken" | "“{0}”不是有效的重复规则，只导入第一次";
        "too-fine" = "it recurs more often than once an hour: only its first time is taken" | "重复间隔短于一小时，只导入第一次";
        "too-often" = "it recurs more often than 40,000 times in the window: the rest is left out" | "在日期范围内重复超过 4 万次，其余略去";
        "bad-length" = "“{0}” is no length of time" | "“{0}”不是时长";
        "ends-first" = "it ends before it begins: its end is left out" | "结束早于开始，结束时间略去";
        "no-person" = "it is the card of something else than a person: {0}" | "这不是个人名片（{0}）";
    }
}

table! {
    /// Why a file was refused, by `Refusal::code`; of `not-ours` the first fact is a code of `LOOKS`, of a noun its code.
    REFUSALS {
        "too-large" = "the file has {0} MB, the limit is {1} MB" | "文件有 {0} MB，上限为 {1} MB";
        "unreadable" = "the file cannot be read: {0}" | "无法读取文件：{0}";
        "changed" = "the file changed while it was read; nothing was taken from it" | "读取过程中文件被改动；没有导入任何内容";
        "empty" = "the file is empty" | "文件为空";
        "bad-encoding" = "line {0} cannot be read as UTF-8, UTF-16 or GB18030" | "第 {0} 行无法按 UTF-8、UTF-16 或 GB18030 解读";
        "nul" = "line {0} has a NUL byte: this is no text" | "第 {0} 行含有 NUL 字节，不是文本文件";
        "open-quote" = "the quote that opens in the row of line {0} is never closed" | "第 {0} 行起的引号没有结束";
        "field-too-large" = "a cell on line {0} has {1} MB, the limit is {2} MB" | "第 {0} 行有单元格达 {1} MB，上限为 {2} MB";
        "too-many-columns" = "line {0} has more than {1} columns" | "第 {0} 行超过 {1} 列";
        "too-many-rows" = "the file has more than {0} rows" | "文件超过 {0} 行";
        "bad-workbook" = "the workbook cannot be read: {0}" | "无法读取工作簿：{0}";
        "no-workbooks" = "this build reads no workbooks" | "此版本不支持工作簿";
        "not-ours" = "it looks like {0}, not like accounts, people, deals or a sales team" | "看起来是{0}，不是客户、联系人、商机或销售团队";
        "noun-unfit" = "a table cannot be imported as {0}" | "表格不能按 {0} 导入";
        "cards-unfit" = "contact cards hold people and cannot be imported as {0}" | "名片只能按联系人导入，不能按 {0} 导入";
        "items-unfit" = "calendars and to-do lists hold visits and to-dos and cannot be imported as {0}" | "日历和待办清单只能按拜访、待办导入，不能按 {0} 导入";
        "several-sources" = "its records are in the book under several sources: {0}" | "账本中有多个来源含有这些记录：{0}";
        "no-map" = "a calendar or to-do list has no columns to map" | "日历和待办清单没有可映射的列";
        "no-name-column" = "no column gives {0} a name; the columns are: {1}" | "没有可作为 {0} 名称的列；现有列：{1}";
        "map-field" = "{0} has no field “{1}”" | "{0} 没有字段“{1}”";
        "map-column" = "there is no column “{0}”; the columns are: {1}" | "没有“{0}”这一列；现有列：{1}";
        "map-stage" = "“{0}” is no stage or status of ours" | "“{0}”不是本系统的阶段或状态";
    }
}

table! {
    /// The way out of a refusal, by `Refusal::code`, where there is one.
    HINTS {
        "too-large" = "split it, or pass --no-limit" | "请拆分文件，或使用 --no-limit";
        "too-many-rows" = "split it, or pass --no-limit" | "请拆分文件，或使用 --no-limit";
        "changed" = "wait until it is written, then try again" | "请等它写完后重试";
        "bad-encoding" = "save it as UTF-8 and try again" | "请另存为 UTF-8 后重试";
        "open-quote" = "close the quote and try again" | "请补上引号后重试";
        "not-ours" = "say what its rows are with --as account|person|opp|rep, or name a column with --map title=Column" | "可用 --as account|person|opp|rep 指明内容，或用 --map title=列名 指定列";
        "noun-unfit" = "use --as account, person, opp or rep" | "请用 --as account、person、opp 或 rep";
        "cards-unfit" = "leave out --as" | "请去掉 --as";
        "items-unfit" = "leave out --as" | "请去掉 --as";
        "several-sources" = "say which one it is from: --from {1}" | "请指明来源：--from {1}";
        "no-map" = "leave out --map" | "请去掉 --map";
        "no-name-column" = "name the column with --map name=Column (a deal's: title=Column)" | "请用 --map name=列名 指定（商机用 title=列名）";
        "map-stage" = "use potential, qualified, mine, winnable, won, lost, suspended or dropped" | "可用 potential、qualified、mine、winnable、won、lost、suspended、dropped";
    }
}

table! {
    /// What a refused file looks like, by `Looks::code`.
    LOOKS {
        "activities" = "activities" | "活动记录";
        "products" = "a product list" | "产品清单";
        "stage-history" = "a history of stages" | "阶段历史";
        "dictionary" = "a data dictionary or several tables on one sheet" | "字段说明或一页多表";
        "todos" = "a to-do list" | "待办清单";
        "calendar" = "a calendar" | "日历";
        "json" = "JSON" | "JSON";
        "statistics" = "figures" | "统计数据";
        "names" = "a bare list of names" | "名称清单";
        "unknown" = "a table of something else" | "其他表格";
    }
}

table! {
    /// The systems whose layouts are known, by their code.
    LAYOUTS {
        "salesforce" = "Salesforce" | "Salesforce";
        "salesforce-importer" = "Salesforce data importer" | "Salesforce 数据导入";
        "hubspot" = "HubSpot" | "HubSpot";
        "pipedrive" = "Pipedrive" | "Pipedrive";
        "dynamics" = "Dynamics 365" | "Dynamics 365";
        "zoho" = "Zoho CRM" | "Zoho CRM";
        "orocrm" = "OroCRM" | "OroCRM";
        "krayin" = "Krayin" | "Krayin";
        "erxes" = "erxes" | "erxes";
        "atomic" = "Atomic CRM" | "Atomic CRM";
        "maven" = "Maven Analytics" | "Maven Analytics";
        "wukong" = "Wukong CRM" | "悟空CRM";
        "cordys" = "CordysCRM" | "CordysCRM";
        "vcard" = "vCard" | "vCard 名片";
        "ics" = "iCalendar" | "iCalendar 日历";
        "taskwarrior" = "Taskwarrior" | "Taskwarrior";
        "todotxt" = "todo.txt" | "todo.txt";
        "todoist" = "Todoist" | "Todoist";
        "calcurse" = "calcurse" | "calcurse";
        "insight" = "Insight" | "Insight";
    }
}

/// The word of a code in one of these tables.
pub fn word(table: &[(&str, Word)], code: &str) -> Option<Word> {
    table.iter().find(|(key, _)| *key == code).map(|(_, word)| *word)
}
