//! Spreadsheets: texts are cells of text, so that none of them runs as a formula.

use super::call_plan::Row;
use super::grid::Grid;
use super::page::Page;
use super::trouble::Trouble;
use crate::domain::month::Month;
use crate::lang::Lang;

/// Writes a month's call plan as XLSX.
#[cfg(feature = "excel")]
pub fn call_plan(lang: Lang, page: &mut Page, month: Month, rows: &[Row]) -> Result<(), Trouble> {
    use std::io::Write;
    let bytes = book(lang, month, rows).map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(page.write_all(&bytes)?)
}

/// Writes tables as XLSX, each on a sheet of its own; amounts and numbers are numbers.
#[cfg(feature = "excel")]
pub fn grids(_: Lang, page: &mut Page, grids: &[Grid]) -> Result<(), Trouble> {
    use std::io::Write;
    let bytes = sheets(grids).map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(page.write_all(&bytes)?)
}

/// Says that this build has no spreadsheets.
#[cfg(not(feature = "excel"))]
pub fn grids(lang: Lang, _: &mut Page, _: &[Grid]) -> Result<(), Trouble> {
    use crate::lang::plan as word;
    Err(Trouble::fixed("usage", lang, word::NO_EXCEL, word::NO_EXCEL_HINT))
}

#[cfg(feature = "excel")]
fn sheets(grids: &[Grid]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    use rust_xlsxwriter::{Format, Workbook};

    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.by)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        for (at, head) in (0..).zip(&grid.heads) {
            sheet.write_string_with_format(0, at, head, &bold)?;
        }
        for (line, row) in (1..).zip(&grid.rows) {
            for (at, cell) in (0..).zip(row) {
                cell_of(sheet, (line, at), cell)?;
            }
        }
        sheet.autofit();
    }
    book.save_to_buffer()
}

#[cfg(feature = "excel")]
fn cell_of(
    sheet: &mut rust_xlsxwriter::Worksheet,
    (line, at): (u32, u16),
    cell: &super::grid::Cell,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    use super::grid::Cell;
    use crate::domain::money;
    use rust_xlsxwriter::Format;

    let number = |text: String| text.parse::<f64>().ok();
    let (number, shape) = match cell {
        Cell::Text(text) => return sheet.write_string(line, at, text).map(drop),
        Cell::Count(count) | Cell::Of(count, _) => (number(count.to_string()), "0"),
        Cell::Percent(percent) => (percent.and_then(|percent| number(percent.to_string())), "0\"%\""),
        Cell::Money(amount, code) => {
            let places = money::decimals(code) as usize;
            let shape = if places == 0 { "#,##0" } else { "#,##0.00" };
            (amount.and_then(|amount| number(money::major(amount, code))), shape)
        }
    };
    let format = Format::new().set_num_format(shape);
    number.map_or(Ok(()), |number| sheet.write_number_with_format(line, at, number, &format).map(drop))
}

/// Says that this build has no spreadsheets.
#[cfg(not(feature = "excel"))]
pub fn call_plan(lang: Lang, _: &mut Page, _: Month, _: &[Row]) -> Result<(), Trouble> {
    use crate::lang::plan as word;
    Err(Trouble::fixed("usage", lang, word::NO_EXCEL, word::NO_EXCEL_HINT))
}

#[cfg(feature = "excel")]
fn book(lang: Lang, month: Month, rows: &[Row]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    use super::call_plan::COLUMNS;
    use rust_xlsxwriter::{Format, FormatAlign, Workbook};

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(month.to_string())?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, (head, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, f64::from(width))?;
        sheet.write_string_with_format(0, at, head.text(lang), &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    for (line, row) in (1..).zip(rows) {
        if let Some(when) = row.when {
            date(sheet, line, when)?;
        }
        for (at, text) in (1..).zip(&row.texts) {
            // A cell of the format holds no more than this.
            let text: String = text.chars().take(32_000).collect();
            sheet.write_string_with_format(line, at, text, &wrapped)?;
        }
        if let Some(chance) = row.chance.and_then(|chance| i16::try_from(chance).ok()) {
            sheet.write_number_with_format(line, 5, f64::from(chance), &wrapped)?;
        }
        sheet.write_string_with_format(line, 6, row.state, &wrapped)?;
    }
    book.save_to_buffer()
}

/// A day, or a time of a day, as a date of the spreadsheet.
#[cfg(feature = "excel")]
fn date(
    sheet: &mut rust_xlsxwriter::Worksheet,
    line: u32,
    when: crate::domain::moment::Moment,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    use chrono::{Datelike, Timelike};
    use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign};

    let shape = if when.time.is_some() { "yyyy-mm-dd hh:mm" } else { "yyyy-mm-dd" };
    let format = Format::new().set_num_format(shape).set_align(FormatAlign::Top).set_align(FormatAlign::Left);
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(when.day.year()).unwrap_or(u16::MAX);
    let day = ExcelDateTime::from_ymd(year, number(when.day.month()), number(when.day.day()));
    let at = match when.time {
        Some(time) => day.and_then(|day| {
            let hour = u16::try_from(time.hour()).unwrap_or(0);
            day.and_hms(hour, number(time.minute()), 0)
        }),
        None => day,
    };
    match at {
        Ok(at) => sheet.write_datetime_with_format(line, 0, at, &format)?,
        // Spreadsheets know no day before 1900.
        Err(_) => sheet.write_string(line, 0, when.to_string().replace('T', " "))?,
    };
    Ok(())
}

#[cfg(feature = "excel")]
#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn a_plan_is_read_back_as_it_was_written_and_no_text_is_a_formula() {
        let row = |when: &str, account: &str, chance| Row {
            when: when.parse().ok(),
            texts: [account, "张平", "=HYPERLINK(\"x\")", "+1"].map(str::to_owned),
            chance,
            state: "计划",
        };
        let rows = [
            row("2026-12-08T10:30", "=1+1", Some(60)),
            row("2026-12-09", "华东电网", None),
            row("", "@SUM(A1)", None),
        ];
        let bytes = book(Lang::Zh, "2026-12".parse().unwrap(), &rows).unwrap();
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["2026-12"]);
        assert!(read.worksheet_formula("2026-12").unwrap().is_empty());
        let range = read.worksheet_range("2026-12").unwrap();
        let text = |line, at| range.get_value((line, at)).map(ToString::to_string).unwrap_or_default();
        let heads: Vec<String> = (0..7).map(|at| text(0, at)).collect();
        assert_eq!(heads, ["日期", "客户", "拜访对象", "拜访目的", "商机", "成功概率%", "状态"]);
        assert_eq!(
            (text(1, 1), text(1, 3), text(1, 4)),
            ("=1+1".into(), "=HYPERLINK(\"x\")".into(), "+1".into())
        );
        assert_eq!(
            (text(2, 1), text(3, 1), text(3, 0)),
            ("华东电网".into(), "@SUM(A1)".into(), String::new())
        );
        assert_eq!(range.get_value((1, 5)), Some(&Data::Float(60.0)));
        let Some(Data::DateTime(at)) = range.get_value((1, 0)) else { panic!("no date") };
        assert_eq!(at.to_ymd_hms_milli(), (2026, 12, 8, 10, 30, 0, 0));
    }
}
