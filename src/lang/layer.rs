//! What the keys of an overlay do, for its help.

use super::words;

words! {
    MOVES = "move" | "移动";
    LEAVES = "close" | "关闭";
    DOES_ROW = "run the command under the cursor, or the line as typed" | "执行光标所在命令，或执行输入的整行";
    OPENS_ROW = "open the record under the cursor" | "打开光标所在记录";
    TAKES_ROW = "choose the line under the cursor; its key does too" | "选择光标所在项；按该项的键也可";
    TAKES_DAY = "choose that day at once" | "立即选择该日";
    KEY_THEN_ENTER = "go to that day; Enter chooses it, more letters make another" | "移到该日，按 Enter 选择；继续输入则为其他日期";
    ASKS_DAY = "type any other day" | "输入其他日期";
    TAKES_TYPED = "choose the day typed, or the line under the cursor" | "选择输入的日期；未输入时选择光标所在项";
    DROPS_DAY = "clear what is typed, then close" | "清除已输入内容，再按一次关闭";
    FILTERS = "filter the list" | "筛选";
    KEEPS = "save the filter on that key" | "把筛选存到该键";
    MAKES = "add what is shown below the line" | "按下方识别结果新建";
    TURNS = "switch between visit and to-do" | "拜访与待办互换";
    LEAVES_LINE = "close; the next a brings the line back" | "关闭；下次按 a 时恢复该行";
    SAVES = "save the form; in a note a new line" | "保存表单；在备注中为换行";
    FIELDS = "next field, previous field" | "下一字段、上一字段";
    PAGES = "several fields forward or back" | "向后或向前数个字段";
    ENDS = "first and last field, if the line does not use the key" | "本行用不到时到首个、末个字段";
    CHOICES = "in a choice: next, previous; Space ticks" | "选择字段：下一项、上一项；空格勾选";
    SAVES_NOTE = "save, in a note too" | "保存（备注中也可）";
    EDITOR = "in a note: your own editor" | "备注：用自己的编辑器";
    COPIES = "visit: save and copy the report" | "拜访：保存并复制报告";
    LEAVES_FORM = "close; asks once if something is filled in" | "关闭；已填写时再按一次确认";
    OVERRIDES = "override the gate with this reason" | "以所填理由破例推进";
    STAYS = "stay in this stage" | "保持原阶段";
    CONFIRMS = "confirm" | "确认";
    TICKS = "tick the step; its number ticks it too" | "勾选该步；按序号也可";
    TEMPLATES = "use the steps of a template" | "套用模板的步骤";
    UNDOES = "undo, redo" | "撤销、重做";
}
