//! What an import tells: what it took a file for, what became of it, why a row or a file was not taken.

use super::{Word, table, words};

words! {
    TOOK = "recognised as: {0}" | "识别为：{0}";
    LAYOUT = "layout {0}" | "格式 {0}";
    LAYOUT_PLAIN = "unknown layout" | "来源系统未知";
    ENCODING = "encoding {0}" | "编码 {0}";
    DELIMITER = "delimiter {0}" | "分隔符 {0}";
    DELIMITER_TAB = "tab" | "制表符";
    SHEET = "sheet “{0}”" | "工作表“{0}”";
    HEADER = "header on line {0}" | "表头在第{0}行";
    DATES_YEAR = "dates: year first" | "日期：年在前";
    DATES_DAY = "dates: day first" | "日期：日在前";
    DATES_MONTH = "dates: month first" | "日期：月在前";
    NUMBERS_POINT = "decimal point" | "小数点为“.”";
    NUMBERS_COMMA = "decimal comma" | "小数点为“,”";
    GUESSED = "guessed" | "推测";
    CURRENCY = "currency {0}" | "币种 {0}";
    CURRENCY_ASSUMED = "currency {0} (assumed, none in the file: set it with --currency)" | "币种 {0}（文件未注明，按默认；可用 --currency 指定）";
    COLUMNS = "columns:" | "列：";
    COLUMN_FIELD = "{0} → {1}" | "{0} → {1}";
    COLUMN_KEPT = "{0}: kept as an extra column" | "{0}：随记录保留";
    COLUMN_DERIVED = "{0}: skipped, repeats a date" | "{0}：与日期重复，略去";
    COLUMN_IGNORED = "{0}: skipped, empty" | "{0}：无内容，略去";
    COLUMN_EMBEDDED = "{0}: skipped, embedded files are not kept" | "{0}：图片等嵌入内容不保留";
    STAGES = "stages:" | "阶段对照：";
    STAGE_ROW = "{0} → {1} ({2})" | "{0} → {1}（{2}条）";
    STAGE_UNKNOWN = "{0}: unknown, imported as {1} ({2}); map it with --map-stage" | "{0}：无法识别，按{1}处理（{2}条）；可用 --map-stage 指定";
    SKIPPED_ABOVE = "line {0}: skipped, above the header" | "第{0}行：在表头之上，未读取";
    SKIPPED_HEADER = "line {0}: skipped, repeated header" | "第{0}行：重复的表头，未读取";
    SKIPPED_HINT = "line {0}: skipped, instructions for filling in" | "第{0}行：填写说明，未读取";
    SKIPPED_WINDOW = "line {0}: skipped, outside the date range; change it with --window FROM..TO" | "第{0}行：不在日期范围内，未读取；可用 --window 起..止 调整";
    SKIPPED_FOREIGN = "line {0}: skipped, not an event or a to-do" | "第{0}行：既不是日程也不是待办，未读取";
    SKIPPED_GROUP = "line {0}: section or project, kept with its to-dos" | "第{0}行：分组或项目，随其待办保留";
    SKIPPED_TEMPLATE = "line {0}: the template of a series, continued by its to-dos" | "第 {0} 行：重复系列的模板，由系列中的待办延续";
    BAD_WINDOW = "“{0}” is not a date range" | "“{0}”不是日期范围";
    BAD_WINDOW_HINT = "write it like 2026-01-01..2026-12-31" | "请写成 2026-01-01..2026-12-31";
    SKIPPED_REMARK = "line {0}: skipped, comment" | "第{0}行：注释，未读取";
    REJECTED = "line {0}: rejected: {1}" | "第{0}行：未导入：{1}";
    REJECTED_COLUMN = "line {0}, {1}: rejected: {2}" | "第{0}行“{1}”：未导入：{2}";
    KEPT = "line {0}, {1}: kept as text: {2}" | "第{0}行“{1}”：按原文保留：{2}";
    COUNTS = "{0} read: {1} new, {2} updated, {3} unchanged, {4} rejected" | "读取{0}行：新增 {1}，更新 {2}，未变 {3}，未导入 {4}";
    BESIDE = "accounts and people added because a row names them: {0}" | "另外新建了{0}个只在这些行里出现的客户或联系人";
    KNOWN_FROM = "the book has these IDs from “{0}”, so they count as that source's; use --from NAME for another" | "这些编号在台账中属于来源“{0}”，按该来源处理；可用 --from 指定其他来源";
    LIKELY = "line {0}: {1} may be the same as person {2} {3}" | "第{0}行：{1} 可能与联系人 {2} {3} 为同一人";
    AWAY = "removed earlier and left removed: {0}; to restore one: qd {1} restore {2}" | "其中{0}条曾被手工删除，保持删除；恢复请用：qd {1} restore {2}";
    ENDED = "no longer in the calendar, removed here too: {0} ({1})" | "日历中已取消，这里随之删除：{0} 条（{1}）";
    LEFT = "no longer in the calendar, kept because it was debriefed or changed here: {0} ({1})" | "日历中已取消，但这里已记结果或改过，予以保留：{0} 条（{1}）";
    DRY = "dry run: nothing was written" | "试运行：未写入任何内容";
    UNDO_HINT = "undo the whole import with qd undo" | "qd undo 可撤销整次导入";
    MORE = "… and {0} more (--json has them all)" | "……另有{0}条（--json 列出全部）";
    ODD = "line {0}: imported, but {1}" | "第{0}行：已导入，但{1}";
}

table! {
    /// Why a row was rejected or a cell only kept, by `Reason::code`.
    REASONS {
        "too-many-cells" = "it has {1} cells, the header has {0}" | "有{1}个单元格，表头只有{0}列";
        "too-few-cells" = "it has only {1} cells, the header has {0}" | "只有{1}个单元格，表头有{0}列";
        "stray-quote" = "text after a closing quote: several rows may have run together" | "结束引号后还有文字，几行可能连在了一起";
        "bad-date" = "“{0}” is not a date" | "“{0}”不是日期";
        "bad-number" = "“{0}” is not a number" | "“{0}”不是数字";
        "lost-digits" = "“{0}” has lost its last digits in a spreadsheet: format the column as text there and type the number again" | "“{0}”的末几位已在电子表格中丢失：请在表格中把该列设为文本并重新填写";
        "out-of-range" = "“{0}” is out of range" | "“{0}”超出范围";
        "bad-choice" = "“{0}” is not a value of this field" | "“{0}”不是该字段的可选值";
        "no-name" = "no name" | "缺少名称";
        "lone-cell" = "“{0}” alone is not a deal" | "整行只有“{0}”，不是商机";
        "total" = "totals row" | "合计行";
        "duplicate" = "same as line {0}" | "与第{0}行重复";
        "no-end" = "the card that starts here has no END:VCARD" | "从这里开始的名片没有 END:VCARD";
        "outside-card" = "text outside any card" | "不属于任何名片的文字";
        "no-content-line" = "“{0}” is not a name:value line" | "“{0}”不是有效的内容行";
        "bad-text" = "the bytes do not match the stated or detected encoding" | "字节与声明或识别的字符集不符";
        "nul" = "contains a NUL byte" | "含有 NUL 字节";
        "too-long" = "a field is larger than 1 MB" | "字段超过 1 MB";
        "too-many-lines" = "the card has more than 1,000 lines" | "名片超过 1000 行";
        "no-item-end" = "the {0} that starts here has no END:{0}" | "从这里开始的 {0} 没有 END:{0}";
        "bad-json" = "not valid JSON from here on: {0}" | "从这里起无法按 JSON 读取：{0}";
        "no-start" = "no start time" | "没有开始时间";
        "no-zone" = "unknown time zone “{0}”: read as local time" | "无法识别时区“{0}”，按本地时间处理";
        "bad-rule" = "“{0}” is not a valid repeat rule: only the first date is imported" | "“{0}”不是有效的重复规则，只导入第一次";
        "too-fine" = "it repeats more often than once an hour: only the first time is imported" | "重复间隔短于一小时，只导入第一次";
        "too-often" = "it repeats more than 40,000 times in the date range: the rest is skipped" | "在日期范围内重复超过 4 万次，其余略去";
        "bad-length" = "“{0}” is not a duration" | "“{0}”不是时长";
        "ends-first" = "it ends before it starts: the end is skipped" | "结束早于开始，结束时间略去";
        "no-person" = "not a person's card: {0}" | "这不是个人名片（{0}）";
    }
}

table! {
    /// Why a file was refused, by `Refusal::code`; of `not-ours` the first fact is a code of `LOOKS`, of a noun its code.
    REFUSALS {
        "too-large" = "the file is {0} MB, the limit is {1} MB" | "文件有 {0} MB，上限为 {1} MB";
        "unreadable" = "the file cannot be read: {0}" | "无法读取文件：{0}";
        "changed" = "the file changed while it was being read; nothing was imported" | "读取过程中文件被改动；没有导入任何内容";
        "empty" = "the file is empty" | "文件为空";
        "bad-encoding" = "line {0} cannot be read as UTF-8, UTF-16 or GB18030" | "第{0}行无法按 UTF-8、UTF-16 或 GB18030 解读";
        "nul" = "line {0} has a NUL byte: this is not a text file" | "第{0}行含有 NUL 字节，不是文本文件";
        "open-quote" = "the quote that opens on line {0} is never closed" | "第{0}行起的引号没有结束";
        "field-too-large" = "a cell on line {0} is {1} MB, the limit is {2} MB" | "第{0}行有单元格达 {1} MB，上限为 {2} MB";
        "too-many-columns" = "line {0} has more than {1} columns" | "第{0}行超过{1}列";
        "too-many-rows" = "the file has more than {0} rows" | "文件超过{0}行";
        "bad-workbook" = "the workbook cannot be read: {0}" | "无法读取工作簿：{0}";
        "no-workbooks" = "this build cannot read workbooks" | "此版本不支持工作簿";
        "not-ours" = "it looks like {0}, not like accounts, people, deals or a sales team" | "看起来是{0}，不是客户、联系人、商机或销售团队";
        "noun-unfit" = "a table cannot be imported as {0}" | "表格不能按 {0} 导入";
        "cards-unfit" = "contact cards hold people, they cannot be imported as {0}" | "名片只能按联系人导入，不能按 {0} 导入";
        "items-unfit" = "calendars and to-do lists hold visits and to-dos, they cannot be imported as {0}" | "日历和待办清单只能按拜访、待办导入，不能按 {0} 导入";
        "several-sources" = "its records are in the book under several sources: {0}" | "台账中有多个来源含有这些记录：{0}";
        "no-map" = "a calendar or to-do list has no columns to map" | "日历和待办清单没有可映射的列";
        "no-name-column" = "no column holds the name for {0}; columns: {1}" | "没有可作为 {0} 名称的列；现有列：{1}";
        "map-field" = "{0} has no field “{1}”" | "{0} 没有字段“{1}”";
        "map-column" = "no column “{0}”; columns: {1}" | "没有“{0}”这一列；现有列：{1}";
        "map-stage" = "“{0}” is not one of our stages or statuses" | "“{0}”不是本系统的阶段或状态";
    }
}

table! {
    /// The way out of a refusal, by `Refusal::code`, where there is one.
    HINTS {
        "too-large" = "split it, or pass --no-limit" | "请拆分文件，或使用 --no-limit";
        "too-many-rows" = "split it, or pass --no-limit" | "请拆分文件，或使用 --no-limit";
        "changed" = "wait until the file is complete, then try again" | "请等它写完后重试";
        "bad-encoding" = "save it as UTF-8 and try again" | "请另存为 UTF-8 后重试";
        "open-quote" = "close the quote and try again" | "请补上引号后重试";
        "not-ours" = "set what the rows are with --as account|person|opp|rep, or map a column with --map title=Column" | "可用 --as account|person|opp|rep 指明内容，或用 --map title=列名 指定列";
        "noun-unfit" = "use --as account, person, opp or rep" | "请用 --as account、person、opp 或 rep";
        "cards-unfit" = "run it without --as" | "请去掉 --as";
        "items-unfit" = "run it without --as" | "请去掉 --as";
        "several-sources" = "name the source: --from {1}" | "请指明来源：--from {1}";
        "no-map" = "run it without --map" | "请去掉 --map";
        "no-name-column" = "map the column with --map name=Column (for deals: title=Column)" | "请用 --map name=列名 指定（商机用 title=列名）";
        "map-stage" = "use potential, qualified, mine, winnable, won, lost, suspended or dropped" | "可用 potential、qualified、mine、winnable、won、lost、suspended、dropped";
    }
}

table! {
    /// What a refused file looks like, by `Looks::code`.
    LOOKS {
        "activities" = "activities" | "活动记录";
        "products" = "a product list" | "产品清单";
        "stage-history" = "a stage history" | "阶段历史";
        "dictionary" = "a data dictionary or several tables on one sheet" | "字段说明或一页多表";
        "todos" = "a to-do list" | "待办清单";
        "calendar" = "a calendar" | "日历";
        "json" = "JSON" | "JSON";
        "statistics" = "statistics" | "统计数据";
        "names" = "a plain list of names" | "名称清单";
        "unknown" = "some other table" | "其他表格";
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
