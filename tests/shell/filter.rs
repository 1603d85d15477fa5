//! Filters of the shell's lists: plain words, words on the screen, links among several, and mistakes with a way out.

use super::*;

fn home() -> Home {
    let home = Home::new();
    for line in [
        "account add name=冷链物流 owner=罗敏 tier=A",
        "account add name=Müller owner=肖佳",
        "person add name=张平 account=1",
        "person add name=李四 account=1",
        "opp add title=灾备中心 account=1 owner=肖佳 amount=120万 currency=CNY close_on=2026-11-01",
        "opp add title=Pumps account=2 owner=肖建国 amount=5万 currency=CNY close_on=2027-01-31",
        "opp add title=Valves account=2 owner=罗敏 amount=1万 currency=CNY close_on=2027-02-28",
        "visit add account=1 who=1,2 what=汇报 when=2026-11-23T10:00",
        "visit add account=1 who=2 what=交流 when=2026-11-24",
    ] {
        home.text(&line.split(' ').collect::<Vec<_>>());
    }
    home
}

fn numbers(list: &Json) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|one| one["no"].as_i64().unwrap()).collect()
}

#[test]
fn a_list_takes_plain_words_and_the_words_on_the_screen() {
    let home = home();
    for (line, expected) in [
        ("opp list 灾备", vec![1]),
        ("opp list text~灾备", vec![1]),
        ("opp list muller", vec![2, 3]),
        ("opp list past close", vec![1]),
        ("opp list flags~past", vec![1]),
        ("opp list 预警~成交日", vec![1]),
        ("opp list owner=佳", vec![1]),
        ("opp list owner~肖", vec![1, 2]),
        ("opp list account~MÜL amount>2万", vec![2]),
        ("opp list account!=1 amount<=1万", vec![3]),
        ("opp list tier=a", vec![1]),
        ("account list 罗敏", vec![1]),
        ("account list text~muller", vec![2]),
        ("visit list who=1", vec![1]),
        ("visit list who=张平", vec![1]),
        ("visit list who~李", vec![1, 2]),
        ("visit list who=1,2", vec![1]),
        ("visit list when=2026-11-23", vec![1]),
        ("visit list when<=2026-11-23", vec![1]),
        ("person list 冷链", vec![1, 2]),
    ] {
        let mut found = numbers(&home.json(&line.split(' ').collect::<Vec<_>>()));
        found.sort_unstable();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn what_a_filter_does_not_know_is_a_mistake_that_names_what_there_is() {
    let home = home();
    for (line, hint) in [
        ("opp list ownr=肖佳", "did you mean owner?"),
        ("opp list flags~past_clos3", "did you mean Past close?"),
        ("opp list owner=王五", "肖佳"),
        ("opp list owner=肖", "owner~肖"),
        ("opp list stage~xyz", "winnable"),
        ("opp list amount~5", "<="),
        ("opp list close_on~soon", "2026-11"),
        ("opp list account~nobody", "qd find nobody"),
        ("account list tier=x", "a (A)"),
        ("visit list who=王五", "qd find 王五"),
    ] {
        let (status, error) = home.trouble(&line.split(' ').collect::<Vec<_>>());
        assert_eq!((status, error["kind"].as_str()), (1, Some("mistake")), "{line}");
        assert!(error["hint"].as_str().unwrap().contains(hint), "{line}: {error}");
    }
    let output = home.qd(&["--lang", "zh", "opp", "list", "归属=肖佳"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("负责人") && told.contains("预警"), "{told}");
}

#[test]
fn what_may_have_been_meant_stands_first() {
    let home = home();
    for (lang, line, hint) in [
        ("en", "opp list flags~pst", "did you mean Event past? flags: Event past, Past close, "),
        ("zh", "opp list flags~签单过", "是不是指 签单日已过？预警有：签单日已过、"),
        (
            "en",
            "opp list stage=winable",
            "did you mean winnable (Winnable)? use one of: winnable (Winnable), ",
        ),
        ("zh", "opp list 阶段=项目剩算", "是不是指 winnable (项目胜算)？"),
        ("en", "opp list ownr=肖佳", "did you mean owner? "),
        ("zh", "opp list 负责=肖佳", "是不是指 负责人？"),
        ("en", "opp set 1 ownr=肖佳", "did you mean owner? fields: owner "),
        ("en", "opp list sort=amout", "did you mean amount"),
        ("en", "opp list owner=罗民", "罗敏"),
        ("en", "export accout", "did you mean account?"),
    ] {
        let args: Vec<&str> = ["--lang", lang].into_iter().chain(line.split(' ')).collect();
        let (_, error) = home.trouble(&args);
        assert!(error["hint"].as_str().unwrap().contains(hint), "{line}: {error}");
    }
}
