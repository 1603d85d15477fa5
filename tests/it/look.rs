use crate::desk::Desk;
use quarterdeck::lang::Lang;
#[test]
fn look() {
    let mut d = Desk::with(Lang::Zh, SAMPLE);
    println!("{}", d.screen(80, 24));
    println!("{}", d.keys("jl").screen(80, 24));
    println!("{}", d.keys("<cr>").screen(80, 24));
    println!("{}", d.keys("+-=++?").screen(80, 24));
    println!("{}", d.screen(130, 30));
    println!("{}", d.keys(">").screen(80, 24));
    println!("{}", d.keys("boss said go<cr>").screen(80, 24));
    println!("{}", d.keys("<tab>").screen(80, 24));
    println!("{}", d.keys("<tab>").screen(80, 24));
    println!("{}", d.keys("uuuL").screen(80, 24));
    println!("{}", d.keys("?").screen(80, 24));
    println!("{}", d.keys("<esc>:").screen(80, 24));
    println!("{}", d.keys("<esc>/zp").screen(80, 24));
    println!("{}", d.keys("<esc>e").screen(80, 24));
    println!("{}", d.keys("<esc><esc>n").screen(80, 24));
    println!("{}", d.keys("<esc>b").screen(80, 24));
    println!("{}", d.keys("b5").screen(80, 24));
    println!("{}", d.keys("<cr>").screen(80, 24));
    println!("{}", d.keys("<tab>").screen(80, 24));
    println!("{}", d.keys("c").screen(80, 24));
}
const SAMPLE: &[&str] = &[
    "account add name=华东电网 tier=a industry=电力 cadence_days=30 credit_grade=AA credit_limit=500万 cycle_days=60",
    "account add name=\"Northwind Motors\" tier=b industry=Automotive",
    "person add name=张平 account=华东电网 title=总监 mobile=13800000000",
    "person add name=李雷 account=华东电网 title=工程师 reports_to=张平",
    "opp add title=调度中心升级 account=华东电网 amount=1280万 close_on=+40d pressures=market values=unique next_step=拜访张总 next_on=+3d stage=qualified",
    "opp add title=备份机房 account=华东电网 amount=96万 close_on=-5d stage=mine p_rep=80",
    "opp add title=\"Line 4 retrofit\" account=Northwind amount=2.5M currency=USD close_on=2027-03-31",
    "role add opportunity=1 person=张平 buying_role=approver support=supporter coverage=multiple adaptability=pragmatist",
];
