//! What the rows of a table are, and what tables that hold nothing of ours look like.

use std::collections::{HashMap, HashSet};

use crate::domain::noun::Noun;

use super::column;
use super::header::{self, Header};
use super::refusal::{Looks, Refusal};
use super::row::Row;
use super::table::Table;
use super::{key, number};

const OPP_TITLES: &[&str] = &[
    "opportunityname",
    "dealname",
    "dealtitle",
    "商机名称",
    "交易名称",
    "项目名称",
    "机会名称",
    "topic",
    "opportunity",
];
const PERSON_NAMES: &[&str] = &["fullname", "姓名"];
const REP_NAMES: &[&str] =
    &["salesagent", "salesrep", "salesperson", "rep", "repname", "agent", "销售人员", "销售员", "业务员"];
const ACCOUNT_NAMES: &[&str] = &[
    "accountname",
    "companyname",
    "organizationname",
    "customername",
    "客户名称",
    "公司名称",
    "企业名称",
    "单位名称",
    "account",
    "company",
    "organization",
    "organisation",
    "customer",
    "clientname",
    "client",
    "客户",
];
const ACTIVITIES: &[&str] = &[
    "activityid",
    "activitytype",
    "activitydate",
    "activitysubject",
    "interactiondate",
    "interactiontype",
    "calloutcome",
    "meetingoutcome",
    "跟进时间",
    "跟进内容",
    "跟进方式",
    "跟进类型",
    "回访时间",
    "回访形式",
    "回访编号",
];
const PRICES: &[&str] =
    &["salesprice", "listprice", "price", "unitprice", "series", "sku", "单价", "价格", "标准价格"];

/// How many rows below the header may show that it is none.
pub(super) const BELOW: usize = 30;

/// The noun of the rows under this header; refuses a table of anything else with what it looks like.
pub(super) fn find(
    header: &Header,
    (table, head): (&Table, &[Row]),
    vocabulary: &HashSet<String>,
) -> Result<Noun, Refusal> {
    let norms = header.norms();
    let refusal = |looks| Refusal::NotOurs { looks, labels: header.first_labels() };
    if let Some(looks) =
        foreign(&norms).or_else(|| is_laid_out(header, head, vocabulary).then_some(Looks::Dictionary))
    {
        return Err(refusal(looks));
    }
    let facts = Facts { header, norms: &norms };
    let Some(noun) = facts.noun() else { return Err(refusal(facts.looks(table)?)) };
    if noun == Noun::Opp && facts.is_history(table)? {
        return Err(refusal(Looks::StageHistory));
    }
    Ok(noun)
}

/// Tables that are told by their labels alone.
fn foreign(norms: &[&str]) -> Option<Looks> {
    let count = |names: &[&str]| norms.iter().filter(|norm| names.contains(norm)).count();
    let all = |names: &[&str]| count(names) >= names.len();
    if count(ACTIVITIES) >= 2 {
        return Some(Looks::Activities);
    }
    if all(&["type", "content", "priority"])
        || (all(&["subject", "duedate"]) && count(&["priority", "complete"]) > 0)
    {
        return Some(Looks::Todos);
    }
    if all(&["subject", "startdate", "starttime"]) {
        return Some(Looks::Calendar);
    }
    let ours = count(&[
        "stage",
        "dealstage",
        "account",
        "accountname",
        "amount",
        "closevalue",
        "商机阶段",
        "客户名称",
    ]);
    if count(&["product", "productname", "产品", "产品名称"]) > 0 && count(PRICES) > 0 && ours == 0 {
        return Some(Looks::Products);
    }
    (all(&["字段", "说明"]) || all(&["field", "description", "table"])).then_some(Looks::Dictionary)
}

/// Whether a row below the header is a header of something else.
fn is_laid_out(header: &Header, rows: &[Row], vocabulary: &HashSet<String>) -> bool {
    let own = rows.get(header.at).map(|row| &row.cells);
    rows.iter().skip(header.at + 1).take(BELOW).filter(|row| Some(&row.cells) != own).any(|row| {
        let (known, filled) = header::score(row, vocabulary);
        known >= 4 && known * 2 > filled
    })
}

struct Facts<'a> {
    header: &'a Header,
    norms: &'a [&'a str],
}

impl Facts<'_> {
    fn noun(&self) -> Option<Noun> {
        let is = [(Noun::Opp, self.is_opp()), (Noun::Rep, self.is_rep()), (Noun::Person, self.is_person())];
        is.into_iter()
            .find(|(_, is)| *is)
            .map(|(noun, _)| noun)
            .or_else(|| self.is_account().then_some(Noun::Account))
    }

    fn labelled(&self, names: &[&str]) -> bool {
        self.norms.iter().any(|norm| names.contains(norm))
    }

    /// How many of these targets have a column.
    fn count(&self, noun: Noun, wanted: &[&str]) -> usize {
        let targets = column::assign(noun, &self.header.labels);
        wanted.iter().filter(|name| targets.contains(&Some(**name))).count()
    }

    fn is_opp(&self) -> bool {
        let count = |wanted: &[&str]| self.count(Noun::Opp, wanted);
        let named = count(&["title", "account", "account.id"]) > 0;
        let (stage, amount, close) = (count(&["stage"]), count(&["amount"]), count(&["close_on"]));
        (self.labelled(OPP_TITLES) && stage + amount + close > 0)
            || (named && stage > 0 && count(&["amount", "close_on", "p_rep"]) > 0)
            || (named && amount + close == 2 && count(&["title", "owner"]) > 0)
    }

    fn is_person(&self) -> bool {
        let count = |wanted: &[&str]| self.count(Noun::Person, wanted);
        let company = self.count(Noun::Account, &["website", "industry", "domain", "region"]);
        count(&["first_name", "last_name"]) == 2
            || (self.labelled(PERSON_NAMES) && count(&["email", "mobile", "phone", "title", "account"]) > 0)
            || (count(&["name", "email"]) == 2
                && count(&["title", "mobile", "account", "account.id"]) > 0
                && company == 0
                && !self.labelled(ACCOUNT_NAMES))
            || (self.labelled(&["contactname", "personname", "contact"])
                && count(&["email", "title"]) == 2
                && company == 0)
    }

    fn is_rep(&self) -> bool {
        self.labelled(REP_NAMES)
            && self.count(Noun::Rep, &["manager", "region"]) > 0
            && !self.labelled(ACCOUNT_NAMES)
            && self.count(Noun::Opp, &["stage", "amount", "close_on", "product"]) == 0
    }

    fn is_account(&self) -> bool {
        let telling = [
            "industry",
            "website",
            "domain",
            "phone",
            "email",
            "address",
            "region",
            "person.name",
            "owner",
            "parent",
            "tier",
            "mobile",
            "notes",
            "id",
        ];
        let telling = self.count(Noun::Account, &telling);
        self.labelled(ACCOUNT_NAMES) && telling > 0
            || self.count(Noun::Account, &["name"]) == 1
                && self.count(
                    Noun::Account,
                    &["industry", "website", "domain", "phone", "address", "region", "person.name"],
                ) >= 2
    }

    /// Deals that come back again and again in different stages, without an account or an id.
    fn is_history(&self, table: &Table) -> Result<bool, Refusal> {
        let targets = column::assign(Noun::Opp, &self.header.labels);
        let at = |name: &str| targets.iter().position(|target| *target == Some(name));
        let (Some(title), Some(stage)) = (at("title"), at("stage")) else { return Ok(false) };
        if ["account", "account.id", "id"].iter().any(|name| at(name).is_some()) {
            return Ok(false);
        }
        // The first stage of each title, and whether another one followed.
        let mut titles: HashMap<String, (String, bool)> = HashMap::new();
        let mut pass = table.below(self.header.at)?;
        while let Some(row) = pass.next()? {
            let title = key::fold(row.cells.get(title).unwrap_or(""));
            let stage = row.cells.get(stage).unwrap_or("").trim();
            let (first, moved) = titles.entry(title).or_insert_with(|| (stage.to_owned(), false));
            *moved |= first != stage;
        }
        let moved = titles.values().filter(|(_, moved)| *moved).count();
        Ok(moved * 2 > titles.len())
    }

    fn looks(&self, table: &Table) -> Result<Looks, Refusal> {
        let mut rows = 0;
        let mut columns = vec![Filled::default(); self.norms.len()];
        let mut pass = table.below(self.header.at)?;
        while let Some(row) = pass.next()? {
            rows += 1;
            let cells = row.cells.iter().zip(&mut columns).filter(|(cell, _)| !cell.trim().is_empty());
            cells.for_each(|(cell, column)| column.add(cell));
        }
        let is_percent = |column: &Filled| rows > 2 && column.all > 2 && column.percents == column.all;
        let is_figures = |column: &Filled| column.all > 2 && column.numbers == column.all;
        if columns.iter().any(is_percent) && columns.iter().any(is_figures) {
            return Ok(Looks::Statistics);
        }
        Ok(if self.labelled(&["name", "名称"]) { Looks::Names } else { Looks::Unknown })
    }
}

/// How many cells of a column hold something, and how many of them a percentage or a number.
#[derive(Default, Clone)]
struct Filled {
    all: usize,
    percents: usize,
    numbers: usize,
}

impl Filled {
    fn add(&mut self, cell: &str) {
        self.all += 1;
        self.percents += usize::from(cell.trim().ends_with('%'));
        self.numbers += usize::from(number::figure(cell, number::Mark::Point, true).is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::tests::table;

    fn found(text: &str) -> Result<Noun, Looks> {
        let table = table(text);
        let held = table.head(header::LOOK + BELOW).unwrap();
        let vocabulary = header::vocabulary(&[]);
        let header = header::find(&held.all(), &vocabulary).unwrap();
        super::find(&header, (&table, &held.all()), &vocabulary).map_err(|refusal| match refusal {
            Refusal::NotOurs { looks, .. } => looks,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn labels_tell_what_the_rows_are() {
        for (labels, noun) in [
            ("Deal - Title,Deal - Value,Deal - Stage (pipeline),Organization", Noun::Opp),
            ("Opportunity Name,Account Name,Stage,Amount,Close Date,Type", Noun::Opp),
            ("(Do Not Modify) Opportunity,Topic,Potential Customer,Est. Revenue,Est. Close Date", Noun::Opp),
            ("商机名称*,客户名称*,商机金额,预计成交日期,备注", Noun::Opp),
            ("name,company,categories,stage,amount,expected_closing_date,description", Noun::Opp),
            ("First Name,Last Name,Email,Phone Number,Job Title,Lifecycle Stage,Contact owner", Noun::Person),
            ("姓名*,客户名称*,手机,电话,邮箱,职务,是否关键决策人", Noun::Person),
            ("客户名称,姓名,邮箱,手机号,负责人", Noun::Person),
            ("name,emails,contact_numbers,organization_id,job_title,user_id", Noun::Person),
            ("Record ID,Company name,Company Domain Name,Company owner,Industry", Noun::Account),
            ("客户名称*,客户来源,手机,电话,网址,客户行业,客户级别", Noun::Account),
            ("名称,联系人,电话,邮箱,微信,地址,类型,区域,需求,备注", Noun::Account),
            (
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                Noun::Account,
            ),
            ("sales_agent,manager,regional_office", Noun::Rep),
        ] {
            assert_eq!(found(labels), Ok(noun), "{labels}");
        }
    }

    #[test]
    fn other_tables_are_refused_as_what_they_look_like() {
        for (text, looks) in [
            ("Activity ID,Activity Type,Activity Date\n1,Call,2026-01-01\n", Looks::Activities),
            ("product,series,sales_price\nGTX,G,5\n", Looks::Products),
            ("type,content,priority,due_string\ntask,x,1,\n", Looks::Todos),
            ("交易名称,阶段,金额,创建时间\nA,报价,1,2026-01-01\nA,成交,1,2026-02-01\n", Looks::StageHistory),
            ("account,sector,phone\nproduct,id,stage,amount\nx,y,z\n", Looks::Dictionary),
            ("字段,必填,说明\n名称,必填,x\n", Looks::Dictionary),
            ("来源,访客,转化率\na,1,2%\nb,2,3%\nc,3,4%\n", Looks::Statistics),
            ("id,name\n1,english\n", Looks::Names),
            ("a,b,c\n1,2,3\n", Looks::Unknown),
        ] {
            assert_eq!(found(text), Err(looks), "{text}");
        }
    }
}
