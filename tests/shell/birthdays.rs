//! A birthday whose year nobody knows has none: the year that telephones write instead is never taken for one.

use super::*;

#[test]
fn a_birthday_without_a_year_stays_without_one() {
    for (line, kept, out) in [
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-14", "02-14", "BDAY:--0214"),
        ("BDAY:1604-02-29", "02-29", "BDAY:--0229"),
        ("BDAY;VALUE=date:16041231", "12-31", "BDAY:--1231"),
        ("BDAY:--0214", "02-14", "BDAY:--0214"),
        ("BDAY:--02-14", "02-14", "BDAY:--0214"),
        ("BDAY:1980-02-14", "1980-02-14", "BDAY:1980-02-14"),
    ] {
        let home = Home::new();
        let card = format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hanne Roth\r\nN:Roth;Hanne;;;\r\n{line}\r\nEND:VCARD\r\n"
        );
        std::fs::write(home.0.path().join("in.vcf"), card).unwrap();
        home.text(&["import", "in.vcf"]);
        assert_eq!(home.json(&["person", "list"])[0]["extra"]["BDAY"], kept, "{line}");
        let cards = home.text(&["export", "person", "--format", "vcf"]);
        assert!(cards.lines().any(|one| one == out), "{line}: {cards}");
        std::fs::write(home.0.path().join("own.vcf"), cards).unwrap();
        home.text(&["import", "own.vcf"]);
        assert_eq!(home.json(&["person", "list"])[0]["extra"]["BDAY"], kept, "{line}");
    }
}
