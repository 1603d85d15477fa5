//! What the keys of an overlay do, for its help.

use super::words;

words! {
    MOVES = "move" | "移动";
    LEAVES = "leave it" | "关闭";
    DOES_ROW = "do what is under the cursor, or the line as it is typed" | "执行光标所在命令，或执行输入的整行";
    OPENS_ROW = "open what is under the cursor" | "打开光标所在记录";
    TAKES_ROW = "take what is under the cursor; its key takes it too" | "选择光标所在项；按该项的键也可";
    TAKES_DAY = "take that day at once" | "立即选择该日";
    KEY_THEN_ENTER = "go to that day; Enter takes it, and more letters make another one" | "移到该日，按 Enter 选择；继续输入则为其他日期";
    ASKS_DAY = "ask for any other day" | "输入其他日期";
    TAKES_TYPED = "take the day that is typed, else what is under the cursor" | "选择输入的日期；未输入时选择光标所在项";
    DROPS_DAY = "drop what is typed, then leave" | "清除已输入内容，再按一次关闭";
    FILTERS = "narrow the list" | "筛选";
    KEEPS = "keep the filter on that key" | "把筛选存到该键";
    MAKES = "make what stands below the line" | "按下方识别结果新建";
    TURNS = "turn it into a visit or a to-do" | "拜访与待办互换";
    LEAVES_LINE = "leave; the line comes back with the next a" | "关闭；下次按 a 时恢复该行";
    SAVES = "save the form; in a note a new line" | "保存表单；在备注中为换行";
    FIELDS = "next field, field before" | "下一字段、上一字段";
    PAGES = "several fields on or back" | "向后或向前数个字段";
    ENDS = "first and last field, where the line has no use for the key" | "本行用不到时到首个、末个字段";
    CHOICES = "in a choice: the next, the one before; Space ticks" | "选择字段：下一项、上一项；空格勾选";
    SAVES_NOTE = "save, within a note too" | "保存（备注中也可）";
    EDITOR = "in a note: your own editor" | "备注：用自己的编辑器";
    COPIES = "of a visit: save and copy its report" | "拜访：保存并复制报告";
    LEAVES_FORM = "leave; asks once where something is filled in" | "关闭；已填写时再按一次确认";
    OVERRIDES = "move on all the same, with the reason" | "以所填理由推进";
    STAYS = "stay where it is" | "保持原阶段";
    CONFIRMS = "do it" | "确认";
    TICKS = "tick the step; its number ticks it too" | "勾选该步；按序号也可";
    TEMPLATES = "take the steps of a template" | "套用模板的步骤";
    UNDOES = "undo, redo" | "撤销、重做";
}
