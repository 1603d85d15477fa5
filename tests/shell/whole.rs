//! Values are whole or not there: digits of long numbers, texts that a spreadsheet guards, the currency of an amount.

use serde_json::json;

use crate::Home;

#[test]
fn a_telephone_number_has_all_its_digits_or_is_told_and_kept_aside() {
    let home = Home::new();
    let table = "Name,Account,Mobile\n\"=\"\"王芳\"\"\",华星,\"=\"\"13800138000\"\"\"\n李雷,华星,8.613800138004E+12\n韩梅,华星,8.6138E+12\n";
    std::fs::write(home.0.path().join("people.csv"), table).unwrap();
    let told = home.text(&["import", "people.csv", "--as", "person"]);
    assert!(told.contains("line 4, Mobile: kept as text: “8.6138E+12”"), "{told}");
    let people = home.json(&["person", "list"]);
    let seen = people
        .as_array()
        .unwrap()
        .iter()
        .map(|one| json!([one["name"], one["mobile"], one["extra"]["Mobile"]]));
    let whole =
        json!([["王芳", "13800138000", null], ["李雷", "8613800138004", null], ["韩梅", null, "8.6138E+12"]]);
    assert_eq!(json!(seen.collect::<Vec<_>>()), whole);
}

#[test]
fn an_amount_is_in_the_currency_of_its_deal_or_account_in_either_language() {
    for (lang, own) in [("en", "USD"), ("zh", "CNY")] {
        let home = Home::new();
        let lang = ["--lang", lang];
        let made = |line: &[&str]| home.json(&[&lang[..], line].concat());
        home.text(&[&lang[..], &["account", "add", "name=Norval", "currency=EUR"]].concat());
        home.text(&[&lang[..], &["account", "add", "name=Kestrel"]].concat());
        assert_eq!(made(&["opp", "add", "title=A", "account=Norval", "amount=50k"])["currency"], "EUR");
        assert_eq!(
            made(&["opp", "add", "title=B", "account=Kestrel", "amount=¥50k", "currency=JPY"])["currency"],
            "JPY"
        );
        assert_eq!(made(&["opp", "add", "title=C", "account=Kestrel", "amount=70k"])["currency"], "JPY");
        assert_eq!(made(&["opp", "add", "title=D", "account=Kestrel", "currency=GBP"])["currency"], "GBP");
        assert_eq!(made(&["opp", "add", "title=E"])["currency"], own);
        let visit = made(&["visit", "add", "why=sign", "opportunity=1"]);
        assert_eq!(visit["currency"], "EUR", "{visit}");
        assert_eq!(made(&["visit", "add", "why=sign", "account=Kestrel"])["currency"], "JPY");
        assert_eq!(made(&["visit", "add", "why=sign"])["currency"], own);
        assert_eq!(made(&["visit", "set", "3", "opportunity=4"])["currency"], "GBP");
        let told = made(&["visit", "set", "3", "cost=5000", "opportunity=1"]);
        assert_eq!((&told["cost"], &told["currency"]), (&json!(5000), &json!("EUR")));
        // What was spent stays in the money in which it was spent.
        assert_eq!(made(&["visit", "set", "3", "opportunity=2"])["currency"], "EUR");
        let limit = made(&["account", "set", "2", "credit_limit=1M"]);
        assert_eq!(limit["currency"], own, "{limit}");
    }
}
