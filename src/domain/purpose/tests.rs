//! Purposes in both languages with what is doubtful about each.

use Doubt::{Missing, NoActor, NoCommitment, NoMeasure, Ours};
use proptest::prelude::*;

use super::*;

fn check(table: &[(&str, &[Doubt])]) {
    assert!(table.len() >= 25);
    let names = ["Linda Gao".to_owned(), "欧阳海".to_owned()];
    for (why, doubts) in table {
        assert_eq!(lint(why, "", &names), *doubts, "{why}");
    }
}

#[test]
fn an_english_purpose_says_what_the_customer_commits_to() {
    check(&[
        ("", &[Missing]),
        ("   ", &[Missing]),
        ("CFO approves the budget by Friday", &[]),
        ("The CFO to approve the budget before 30 Nov", &[]),
        ("Linda confirms the shortlist this week", &[]),
        ("linda gao signs the NDA on Monday", &[]),
        ("Customer schedules the site visit for 12 December", &[]),
        ("Procurement sends the tender draft by 2026-12-01", &[]),
        ("Get the board to sign off phase 1 by month end", &[]),
        ("Mr Weber introduces us to the plant manager next week", &[]),
        ("They commit to 3 reference calls", &[]),
        ("Thomas agrees to a pilot with two lines", &[]),
        ("Head of IT provides test data tomorrow", &[]),
        ("Introduce us to the CFO by Friday", &[]),
        ("Introduce Linda to the CFO by Friday", &[]),
        ("Customer introduces the approver", &[NoMeasure]),
        ("CFO approves the budget", &[NoMeasure]),
        ("The director is happy by Friday", &[NoCommitment]),
        ("Approve the budget by Friday", &[NoActor]),
        ("Confirm the delivery date", &[NoActor, NoMeasure]),
        ("Present our solution", &[Ours, NoActor, NoCommitment, NoMeasure]),
        ("Demo for the CTO on Monday", &[Ours, NoCommitment]),
        ("Introduce ourselves", &[Ours, NoActor, NoCommitment, NoMeasure]),
        ("Introduce our new product to the director", &[Ours, NoCommitment, NoMeasure]),
        ("We present and the CFO approves by Friday", &[Ours]),
        ("Learn more about the budget", &[Ours, NoActor, NoCommitment, NoMeasure]),
        ("To discuss the contract with procurement", &[Ours, NoCommitment, NoMeasure]),
        ("Our team shows the prototype, they order 2", &[Ours]),
        ("Better relations", &[NoActor, NoCommitment, NoMeasure]),
        ("Significant progress with the client in May", &[NoCommitment]),
        ("The customer may sign", &[NoMeasure]),
        ("The plant manager will let us install 3 sensors by Monday", &[]),
        ("Customer picks one of two configurations by month end", &[]),
        ("IT director gives us access by Friday", &[]),
        ("Dr. Smith green-lights the pilot by Friday", &[]),
        ("Their architect allows us 2 test days", &[]),
        ("Give the board a demo on Friday", &[Ours, NoCommitment]),
    ]);
}

#[test]
fn a_chinese_purpose_says_what_the_customer_commits_to() {
    check(&[
        ("客户确认预算批准日期在11月30日前", &[]),
        ("张总批准试点方案，本周五前", &[]),
        ("李工提供３套接口文档", &[]),
        ("请王处下周安排高层见面", &[]),
        ("张平确认评标时间为12月5日", &[]),
        ("欧阳海同意月底前签试用协议", &[]),
        ("客户介绍财务总监给我们认识，下周内", &[]),
        ("请张总介绍两位评委", &[]),
        ("采购部下周三发出招标文件", &[]),
        ("甲方书面承诺验收标准", &[]),
        ("与张总确认12月5日的评审", &[]),
        ("董事会本月拍板", &[]),
        ("李主任安排三家用户现场考察", &[]),
        ("客户批准预算", &[NoMeasure]),
        ("张总介绍决策人", &[NoMeasure]),
        ("客户满意度提升到9分", &[NoCommitment]),
        ("确认预算12月到位", &[NoActor]),
        ("签合同", &[NoActor, NoMeasure]),
        ("介绍我们的方案", &[Ours, NoActor, NoCommitment, NoMeasure]),
        ("向客户介绍新产品", &[Ours, NoCommitment, NoMeasure]),
        ("向张总汇报进展，请其12月1日前批准", &[Ours]),
        ("演示方案", &[Ours, NoActor, NoCommitment, NoMeasure]),
        ("了解客户的预算", &[Ours, NoCommitment, NoMeasure]),
        ("拜访李总", &[Ours, NoCommitment, NoMeasure]),
        ("我们讲解后客户下周签字", &[Ours]),
        ("再次跟进合同", &[Ours, NoActor, NoCommitment, NoMeasure]),
        ("与客户交流技术路线", &[Ours, NoCommitment, NoMeasure]),
        ("总结工作", &[NoActor, NoCommitment, NoMeasure]),
        ("周四前确认工期", &[NoActor]),
        ("信息科同意12月10日开POC", &[]),
        ("采购办批准3台样机", &[]),
        ("让王总下周三把技术参数发给我们", &[]),
        ("请李工周五前来做联调", &[]),
        ("请张总吃饭", &[NoCommitment, NoMeasure]),
        ("下周演示系统给客户确认", &[Ours]),
        ("12月3日演示系统给客户确认", &[Ours]),
        ("本周五前张总批准方案", &[]),
        ("内部确认方案", &[NoActor, NoMeasure]),
        ("加深关系", &[NoActor, NoCommitment, NoMeasure]),
    ]);
}

#[test]
fn a_measure_beside_the_purpose_is_a_measure() {
    assert_eq!(lint("客户批准预算", "批文编号", &[]), []);
    assert_eq!(lint("CFO approves the budget", "a signed paper", &[]), []);
}

proptest! {
    #[test]
    fn any_text_is_judged_once_and_never_warned_of_twice(why in ".{0,60}", name in ".{0,10}") {
        let doubts = lint(&why, "", &[name]);
        let mut once = doubts.clone();
        once.dedup();
        prop_assert_eq!(&doubts, &once);
        prop_assert!(!doubts.contains(&Missing) || doubts.len() == 1);
    }
}
