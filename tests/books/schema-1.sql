PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
key TEXT PRIMARY KEY,
value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('judged_on','2026-11-30');
INSERT INTO meta VALUES('numbers','1');
INSERT INTO meta VALUES('rules','4b80517b-93f2-8e6a-8efa-9bf57691b405');
CREATE TABLE device (
device INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO device VALUES(1,'00000000-0000-7a76-af8a-ed449e33b684');
CREATE TABLE batch (
batch INTEGER PRIMARY KEY,
at TEXT NOT NULL,
author TEXT NOT NULL,
device INTEGER NOT NULL REFERENCES device (device),
origin TEXT NOT NULL,
name TEXT NOT NULL,
undo_of INTEGER REFERENCES batch (batch)
) STRICT;
INSERT INTO batch VALUES(1,'2026-11-20T10:00:00.000+08:00','zp',1,'user','account add name=上海冷链物流 tier=A industry=物流',NULL);
INSERT INTO batch VALUES(2,'2026-11-20T10:00:00.000+08:00','zp',1,'user','account add name=Harbour Foods Ltd tier=B',NULL);
INSERT INTO batch VALUES(3,'2026-11-20T10:00:00.000+08:00','zp',1,'user','person add name=张平 account=1 mobile=13900000001',NULL);
INSERT INTO batch VALUES(4,'2026-11-20T10:00:00.000+08:00','zp',1,'user','person add name=Jo Li account=1 reports_to=1',NULL);
INSERT INTO batch VALUES(5,'2026-11-20T10:00:00.000+08:00','zp',1,'user','rep add name=zp',NULL);
INSERT INTO batch VALUES(6,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp add title=冷链三期 account=1 amount=120万 currency=CNY close_on=2026-12-31',NULL);
INSERT INTO batch VALUES(7,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp add title=Cold store account=2 amount=50000 currency=GBP close_on=2027-02-01',NULL);
INSERT INTO batch VALUES(8,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp add title=旧仓改造 account=1 amount=30万 currency=CNY',NULL);
INSERT INTO batch VALUES(9,'2026-11-20T10:00:00.000+08:00','zp',1,'user','role add opportunity=1 person=1 buying_role=approver',NULL);
INSERT INTO batch VALUES(10,'2026-11-20T10:00:00.000+08:00','zp',1,'user','role add opportunity=1 person=2',NULL);
INSERT INTO batch VALUES(11,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 1 + grade=proven note=已证',NULL);
INSERT INTO batch VALUES(12,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 2 + grade=proven note=已证',NULL);
INSERT INTO batch VALUES(13,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 3 + grade=proven note=已证',NULL);
INSERT INTO batch VALUES(14,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 4 + grade=proven note=已证',NULL);
INSERT INTO batch VALUES(15,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 5 + grade=proven note=已证',NULL);
INSERT INTO batch VALUES(16,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp advance 1',NULL);
INSERT INTO batch VALUES(17,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 6 -',NULL);
INSERT INTO batch VALUES(18,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp answer 1 6 ?',NULL);
INSERT INTO batch VALUES(19,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp set 1 next_step=报价 next_on=2026-11-28',NULL);
INSERT INTO batch VALUES(20,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp lose 2 reason=price',NULL);
INSERT INTO batch VALUES(21,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp remove 3',NULL);
INSERT INTO batch VALUES(22,'2026-11-20T10:00:00.000+08:00','zp',1,'user','opp set 1 amount=150万',NULL);
INSERT INTO batch VALUES(23,'2026-11-20T10:00:00.000+08:00','zp',1,'undo','opp set 1 amount=150万',22);
CREATE TABLE journal (
lsn INTEGER PRIMARY KEY,
batch INTEGER NOT NULL REFERENCES batch (batch),
device INTEGER NOT NULL REFERENCES device (device),
op INTEGER NOT NULL,
noun INTEGER NOT NULL,
no INTEGER NOT NULL,
last INTEGER,
field TEXT,
old ANY,
hash BLOB NOT NULL,
new ANY
) STRICT;
INSERT INTO journal VALUES(1,1,1,1,1,1,1,NULL,NULL,X'4d685d10134cd981a858db83f1a11f4310b790539b51d59b02d1d99df374d4ed','{"no":1,"id":"01a1f6ae-9900-7172-afe7-97e8bab51d55","name":"上海冷链物流","owner":"zp","industry":"物流","tier":"a","next_review_on":"2027-02-18"}');
INSERT INTO journal VALUES(2,2,1,2,1,2,2,NULL,NULL,X'10d13b538e2e02cb06f229e8542274b52efded9f07d72df77c80f35ee83de966','{"no":2,"id":"01a1f6ae-9900-7720-98aa-cd5e6531f092","name":"Harbour Foods Ltd","owner":"zp","tier":"b"}');
INSERT INTO journal VALUES(3,3,1,3,2,1,1,NULL,NULL,X'f18253ee51c6c9fdd90a290d471491326504b65d17f247950b08d5aac83c677d','{"no":1,"id":"01a1f6ae-9900-700d-b1f3-0072d0f4982c","account":"01a1f6ae-9900-7172-afe7-97e8bab51d55","name":"张平","mobile":"13900000001"}');
INSERT INTO journal VALUES(4,4,1,4,2,2,2,NULL,NULL,X'68f4a9dd984bd76583c7f140608b31c300f98cfadfbba48860b996ed02be4355','{"no":2,"id":"01a1f6ae-9900-7094-bdf4-e6aeaab727b8","account":"01a1f6ae-9900-7172-afe7-97e8bab51d55","name":"Jo Li","reports_to":"01a1f6ae-9900-700d-b1f3-0072d0f4982c"}');
INSERT INTO journal VALUES(5,5,1,5,7,1,1,NULL,NULL,X'8154cc44a64fc8e756d556457a39b2544030068e4931ee7665da22a34f79d50b','{"no":1,"id":"01a1f6ae-9900-704e-bfa9-80bc3973ad77","name":"zp"}');
INSERT INTO journal VALUES(6,6,1,6,3,1,1,NULL,NULL,X'134ed19da0c158feb3f1dd35652b9b7e6d2ae717785644ed7a1f5abbefe0d622','{"no":1,"id":"01a1f6ae-9900-7556-a462-6e97da53f418","title":"冷链三期","account":"01a1f6ae-9900-7172-afe7-97e8bab51d55","owner":"zp","stage":"potential","status":"open","amount":120000000,"currency":"CNY","close_on":"2026-12-31","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(7,7,1,7,3,2,2,NULL,NULL,X'f812c9fe0905330f797b76f69610fe32490bcb216f4f24882be5e00e8c0ee156','{"no":2,"id":"01a1f6ae-9900-716b-bcee-2ccf448421c7","title":"Cold store","account":"01a1f6ae-9900-7720-98aa-cd5e6531f092","owner":"zp","stage":"potential","status":"open","amount":5000000,"currency":"GBP","close_on":"2027-02-01","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(8,8,1,8,3,3,3,NULL,NULL,X'cbf0b529cfcc6fff00c53ea51389ed95b5e7305429402b2a539a0ddf4d14bc76','{"no":3,"id":"01a1f6ae-9900-77c2-8430-425934d5e8db","title":"旧仓改造","account":"01a1f6ae-9900-7172-afe7-97e8bab51d55","owner":"zp","stage":"potential","status":"open","amount":30000000,"currency":"CNY","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(9,9,1,9,6,1,1,NULL,NULL,X'0b3624fdb87cc06ef013165fb737c3bb10cb48fda51764e3e0a7d0c3d67b1fbf','{"no":1,"id":"01a1f6ae-9900-71e3-963c-3d20af92e33b","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","person":"01a1f6ae-9900-700d-b1f3-0072d0f4982c","buying_role":"approver"}');
INSERT INTO journal VALUES(10,10,1,10,6,2,2,NULL,NULL,X'8d4a7590da61e3a0ee270088401860c7790af3592bf1010f564119ca05106006','{"no":2,"id":"01a1f6ae-9900-777a-9b9f-f66906685005","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","person":"01a1f6ae-9900-7094-bdf4-e6aeaab727b8"}');
INSERT INTO journal VALUES(11,11,1,11,4,1,1,NULL,NULL,X'2ae345a85031b4b450fc42525eb887d0ec42fb9765ea351d62296e154cde0e8f','{"no":1,"id":"01a1f6ae-9900-7299-bc55-c49a0c2b3242","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":1,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(12,12,1,12,4,2,2,NULL,NULL,X'0decbe33918a2fc879dfc048675a2e995f07336bbb60d676f50b00c843c0cc42','{"no":2,"id":"01a1f6ae-9900-77e4-bf8f-6456b02d855c","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":2,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(13,13,1,13,4,3,3,NULL,NULL,X'0d611e3c3e367e472eafc2e34f212d8bb5b33294e15400662450d6b1f841501b','{"no":3,"id":"01a1f6ae-9900-74e0-b99e-78fa35e04c8d","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":3,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(14,14,1,14,4,4,4,NULL,NULL,X'425e17de3c240fc9ad0f349cad6bc9027f70b238dbcc7a73c39b648817eebc56','{"no":4,"id":"01a1f6ae-9900-73b8-b845-3dd8a300fd1f","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":4,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(15,15,1,15,4,5,5,NULL,NULL,X'ea7b86624dd9bd688c9fcdc8f0cb0899315f262a2879b34b44a2459926a8dcdd','{"no":5,"id":"01a1f6ae-9900-750e-8573-1f7eb95526c2","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":5,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(16,16,1,16,3,1,NULL,'stage','potential',X'f1349da15f9dc1cb6bbaeff86863428be708be2966fc8c9453be206a2118a7a6','qualified');
INSERT INTO journal VALUES(17,16,1,17,3,1,NULL,'last_activity_on',NULL,X'60eeecc89fb0076ed7f5dc38787ffc344d3213bc44d3ac713d4f9f5c9e4c711c','2026-11-20');
INSERT INTO journal VALUES(18,16,1,18,5,1,1,NULL,NULL,X'408357c8e79616d45d5623d2e2b2080d7062bde95dcc5341cb8e73f5e3a9c22e','{"no":1,"id":"01a1f6ae-9900-72f3-9a41-dc279cce2755","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","act":"advance","from_stage":"potential","to_stage":"qualified","status":"open","on_day":"2026-11-20","author":"zp","gates":"1:pass/100 2:open/0 3:open/0","overridden":0,"days":0}');
INSERT INTO journal VALUES(19,17,1,19,4,6,6,NULL,NULL,X'356a710b3902f84bc230dd8e52ceac7746207d899ba0d12d4aa59976eab17667','{"no":6,"id":"01a1f6ae-9900-73f7-b73a-d0474a62624a","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":6,"verdict":"-","grade":"guess","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(20,18,1,20,4,7,7,NULL,NULL,X'83d42df822741a6c546fe85de64c1d7cff434b2027ccc9f6458799050d5514d9','{"no":7,"id":"01a1f6ae-9900-76c6-a011-cfebe39efcaf","opportunity":"01a1f6ae-9900-7556-a462-6e97da53f418","question":6,"verdict":"?","grade":"guess","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(21,19,1,21,3,1,NULL,'next_step',NULL,X'1ef744e309e699418d880f183c4407df36711fad6d3414b59b4f326a3a117b62','报价');
INSERT INTO journal VALUES(22,19,1,22,3,1,NULL,'next_on',NULL,X'e6dd161c1aa4202dc4544899ad01f21b0b9c8b30a0d0b6ca8316fba68905f22b','2026-11-28');
INSERT INTO journal VALUES(23,20,1,23,3,2,NULL,'status','open',X'0dc1707baad0530a621440c65f04d61c1a8df8c8fb99c7cd6ddb1a3146d9894b','lost');
INSERT INTO journal VALUES(24,20,1,24,3,2,NULL,'close_on','2027-02-01',X'e49298d5c232c00168a2e56315f26f176ecb3688099de85c1d3d2c19a655628a','2026-11-20');
INSERT INTO journal VALUES(25,20,1,25,3,2,NULL,'last_activity_on',NULL,X'0d38a08cb1c671309ab3589a940bac7aefd242730e19b039cabb05fb9f46f061','2026-11-20');
INSERT INTO journal VALUES(26,20,1,26,3,2,NULL,'close_reason',NULL,X'7f804117b19e474c3836d89f102119b7452c184ce3092e96a1233ffcaf4750f0','price');
INSERT INTO journal VALUES(27,20,1,27,5,2,2,NULL,NULL,X'd60ed2885551effe89cb12317ae3fed361928bcd689b52647253b1edc664f4a9','{"no":2,"id":"01a1f6ae-9900-750b-bb0d-db06af291ad6","opportunity":"01a1f6ae-9900-716b-bcee-2ccf448421c7","act":"lose","from_stage":"potential","to_stage":"potential","status":"lost","on_day":"2026-11-20","author":"zp","gates":"1:open/0 2:open/0 3:open/0","reason":"price","overridden":0,"days":0}');
INSERT INTO journal VALUES(28,21,1,28,3,3,NULL,'gone',0,X'a6cfbaa75559bc1f227bf8ca940cdb84e46c3b8c1de81c4cef5b556dfa305320',1);
INSERT INTO journal VALUES(29,22,1,29,3,1,NULL,'amount',120000000,X'9379ef666b2eb905dbd0e8d8fbab9f5799e791437f70b9fa5d45b6ea06ded3cd',150000000);
INSERT INTO journal VALUES(30,23,1,30,3,1,NULL,'amount',150000000,X'15d4d02c37d60115140d26fa1c15359dafdd9d140f56722fdc0e75473f6ec1e7',120000000);
CREATE TABLE account (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
name TEXT NOT NULL,
name_zh TEXT,
name_en TEXT,
short TEXT,
parent TEXT REFERENCES account (id),
owner TEXT,
region TEXT,
industry TEXT,
trend TEXT,
quality_req TEXT,
annual_qty INTEGER,
annual_unit TEXT,
annual_year INTEGER,
credit_grade TEXT,
credit_limit INTEGER,
credit_checked_on TEXT,
price_req TEXT,
payment_terms TEXT,
cycle_days INTEGER,
currency TEXT,
tier TEXT,
relation_level TEXT,
segment TEXT,
loyalty_attitude TEXT,
lifecycle TEXT,
cadence_days INTEGER,
key_since TEXT,
key_reason TEXT,
next_review_on TEXT,
last_contact_on TEXT,
domain TEXT,
phone TEXT,
email TEXT,
address TEXT,
tags TEXT,
notes TEXT,
external_id TEXT,
extra TEXT,
open_deals INTEGER NOT NULL DEFAULT 0,
open_amount INTEGER NOT NULL DEFAULT 0,
open_currency TEXT,
open_mixed INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO account VALUES(1,'01a1f6ae-9900-7172-afe7-97e8bab51d55',0,1,1,'上海冷链物流',NULL,NULL,NULL,NULL,'zp',NULL,'物流',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-02-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,120000000,'CNY',0);
INSERT INTO account VALUES(2,'01a1f6ae-9900-7720-98aa-cd5e6531f092',0,2,2,'Harbour Foods Ltd',NULL,NULL,NULL,NULL,'zp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0);
CREATE TABLE person (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
account TEXT REFERENCES account (id),
name TEXT NOT NULL,
title TEXT,
dept TEXT,
reports_to TEXT REFERENCES person (id),
phone TEXT,
mobile TEXT,
email TEXT,
chat_id TEXT,
owner TEXT,
last_contact_on TEXT,
notes TEXT,
left_on TEXT,
tags TEXT,
external_id TEXT,
extra TEXT
) STRICT;
INSERT INTO person VALUES(1,'01a1f6ae-9900-700d-b1f3-0072d0f4982c',0,3,3,'01a1f6ae-9900-7172-afe7-97e8bab51d55','张平',NULL,NULL,NULL,NULL,'13900000001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(2,'01a1f6ae-9900-7094-bdf4-e6aeaab727b8',0,4,4,'01a1f6ae-9900-7172-afe7-97e8bab51d55','Jo Li',NULL,NULL,'01a1f6ae-9900-700d-b1f3-0072d0f4982c',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE opp (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
title TEXT NOT NULL,
account TEXT REFERENCES account (id),
owner TEXT,
stage TEXT NOT NULL,
status TEXT NOT NULL,
phase TEXT,
amount INTEGER,
currency TEXT NOT NULL,
margin_pct INTEGER,
close_on TEXT,
close_moves INTEGER NOT NULL,
opened_on TEXT,
stage_since TEXT,
last_activity_on TEXT,
pressures TEXT,
"values" TEXT,
compelling_event TEXT,
compelling_on TEXT,
bg_environment TEXT,
bg_core TEXT,
bg_finances TEXT,
bg_need TEXT,
bg_project TEXT,
bg_process TEXT,
bg_goal TEXT,
bg_return TEXT,
bg_risk TEXT,
bg_focus TEXT,
bg_driver TEXT,
finance_amount INTEGER,
finance_source TEXT,
finance_state TEXT,
finance_on TEXT,
p_rep INTEGER,
category TEXT,
our_strategy TEXT,
next_step TEXT,
next_on TEXT,
close_reason TEXT,
rival TEXT,
lesson TEXT,
worth_short INTEGER,
worth_future INTEGER,
worth_profit INTEGER,
worth_risk INTEGER,
worth_strategic INTEGER,
override_reason TEXT,
product TEXT,
region TEXT,
source TEXT,
tags TEXT,
notes TEXT,
external_id TEXT,
extra TEXT,
p_calc INTEGER NOT NULL DEFAULT 0,
flags TEXT,
flags_high INTEGER NOT NULL DEFAULT 0,
severity INTEGER NOT NULL DEFAULT 0,
judged_until TEXT
) STRICT;
INSERT INTO opp VALUES(1,'01a1f6ae-9900-7556-a462-6e97da53f418',0,6,23,'冷链三期','01a1f6ae-9900-7172-afe7-97e8bab51d55','zp','qualified','open',NULL,120000000,'CNY',NULL,'2026-12-31',0,'2026-11-20','2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'报价','2026-11-28',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,15,'compelling_missing',1,100,'2026-12-12');
INSERT INTO opp VALUES(2,'01a1f6ae-9900-716b-bcee-2ccf448421c7',0,7,20,'Cold store','01a1f6ae-9900-7720-98aa-cd5e6531f092','zp','potential','lost',NULL,5000000,'GBP',NULL,'2026-11-20',0,'2026-11-20','2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'price',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,0,NULL);
INSERT INTO opp VALUES(3,'01a1f6ae-9900-77c2-8430-425934d5e8db',1,8,21,'旧仓改造','01a1f6ae-9900-7172-afe7-97e8bab51d55','zp','potential','open',NULL,30000000,'CNY',NULL,NULL,0,'2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2,'no_next_step no_cause',0,2,'2026-12-05');
CREATE TABLE answer (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
subject TEXT,
question INTEGER NOT NULL,
verdict TEXT NOT NULL,
grade TEXT NOT NULL,
note TEXT,
source TEXT REFERENCES person (id),
verified_on TEXT,
verified_by TEXT
) STRICT;
INSERT INTO answer VALUES(1,'01a1f6ae-9900-7299-bc55-c49a0c2b3242',0,11,11,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,1,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(2,'01a1f6ae-9900-77e4-bf8f-6456b02d855c',0,12,12,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,2,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(3,'01a1f6ae-9900-74e0-b99e-78fa35e04c8d',0,13,13,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,3,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(4,'01a1f6ae-9900-73b8-b845-3dd8a300fd1f',0,14,14,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,4,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(5,'01a1f6ae-9900-750e-8573-1f7eb95526c2',0,15,15,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,5,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(6,'01a1f6ae-9900-73f7-b73a-d0474a62624a',0,17,17,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,6,'-','guess',NULL,NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(7,'01a1f6ae-9900-76c6-a011-cfebe39efcaf',0,18,18,'01a1f6ae-9900-7556-a462-6e97da53f418',NULL,6,'?','guess',NULL,NULL,'2026-11-20','zp');
CREATE TABLE step (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
act TEXT NOT NULL,
from_stage TEXT,
to_stage TEXT NOT NULL,
status TEXT NOT NULL,
on_day TEXT,
author TEXT,
gates TEXT,
reason TEXT,
overridden INTEGER NOT NULL,
days INTEGER
) STRICT;
INSERT INTO step VALUES(1,'01a1f6ae-9900-72f3-9a41-dc279cce2755',0,16,16,'01a1f6ae-9900-7556-a462-6e97da53f418','advance','potential','qualified','open','2026-11-20','zp','1:pass/100 2:open/0 3:open/0',NULL,0,0);
INSERT INTO step VALUES(2,'01a1f6ae-9900-750b-bb0d-db06af291ad6',0,20,20,'01a1f6ae-9900-716b-bcee-2ccf448421c7','lose','potential','potential','lost','2026-11-20','zp','1:open/0 2:open/0 3:open/0','price',0,0);
CREATE TABLE role (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
person TEXT NOT NULL REFERENCES person (id),
buying_role TEXT,
adaptability TEXT,
support TEXT,
coverage TEXT,
political_status TEXT,
rank INTEGER,
business_agenda TEXT,
personal_win TEXT,
approach TEXT,
last_contact_on TEXT
) STRICT;
INSERT INTO role VALUES(1,'01a1f6ae-9900-71e3-963c-3d20af92e33b',0,9,9,'01a1f6ae-9900-7556-a462-6e97da53f418','01a1f6ae-9900-700d-b1f3-0072d0f4982c','approver',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO role VALUES(2,'01a1f6ae-9900-777a-9b9f-f66906685005',0,10,10,'01a1f6ae-9900-7556-a462-6e97da53f418','01a1f6ae-9900-7094-bdf4-e6aeaab727b8',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE rep (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
name TEXT NOT NULL,
manager TEXT,
region TEXT,
email TEXT,
external_id TEXT,
extra TEXT
) STRICT;
INSERT INTO rep VALUES(1,'01a1f6ae-9900-704e-bfa9-80bc3973ad77',0,5,5,'zp',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE tally (
key TEXT PRIMARY KEY,
n INTEGER NOT NULL,
amount INTEGER NOT NULL,
weighted INTEGER NOT NULL,
days INTEGER NOT NULL,
high INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES('deal/lost/potential/GBP',1,5000000,0,739940,0);
INSERT INTO tally VALUES('deal/open/potential/CNY',0,0,0,0,0);
INSERT INTO tally VALUES('deal/open/potential/GBP',0,0,0,0,0);
INSERT INTO tally VALUES('deal/open/qualified/CNY',1,120000000,18000000,739940,1);
INSERT INTO tally VALUES('move/potential/advance',1,0,0,0,0);
INSERT INTO tally VALUES('move/potential/lose',1,0,0,0,0);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_account','search_account',0,'CREATE VIRTUAL TABLE search_account USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_account_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_account_data VALUES(1,X'0214');
INSERT INTO search_account_data VALUES(10,X'00000000ff000001010202000201010101010000010201010202000001');
INSERT INTO search_account_data VALUES(137438953473,X'0000009f11306861696c656e676c69616e77756c69750102046c6c776c01010d6c656e676c69616e77756c697501020869616e77756c6975010301750102036c776c010202776c0101107368616e676861696c656e676c69616e0103046c6c776c010102776c010204756c6975010106e4b88ae6b5b7010106e586b7e993be010103e6b581010304b7e586b7010106e789a9e6b581010106e993bee789a901041307100b040605130705070909060709');
INSERT INTO search_account_data VALUES(274877906945,X'0000001c0630666f6f6473020107686172626f75720201036c74640204080a');
CREATE TABLE IF NOT EXISTS 'search_account_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_account_idx VALUES(1,X'',2);
INSERT INTO search_account_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'search_account_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_account_docsize VALUES(1,X'11',1);
INSERT INTO search_account_docsize VALUES(2,X'03',2);
CREATE TABLE IF NOT EXISTS 'search_account_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_account_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_person','search_person',0,'CREATE VIRTUAL TABLE search_person USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_person_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_person_data VALUES(1,X'0212');
INSERT INTO search_person_data VALUES(10,X'00000000ff000001010202000201010101010000010201010202000001');
INSERT INTO search_person_data VALUES(137438953473,X'00000070053062656e67010203696e670101047069616e0103026e670101027a6201020868616e6762656e67010703696e670106047069616e0108026e670102017001010dc780313030303030303039333101020c813133393030303030303031010103e5b9b3010205bca0e5b9b3010407060705050b06070504100f06');
INSERT INTO search_person_data VALUES(274877906945,X'0000000e03306a6f0201026c69020405');
CREATE TABLE IF NOT EXISTS 'search_person_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_person_idx VALUES(1,X'',2);
INSERT INTO search_person_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'search_person_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_person_docsize VALUES(1,X'10',1);
INSERT INTO search_person_docsize VALUES(2,X'02',2);
CREATE TABLE IF NOT EXISTS 'search_person_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_person_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_opp','search_opp',0,'CREATE VIRTUAL TABLE search_opp USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_opp_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_opp_data VALUES(1,X'0216');
INSERT INTO search_opp_data VALUES(10,X'00000001ff0000010103040003010101010100000102010102020000010301010303010101');
INSERT INTO search_opp_data VALUES(137438953473,X'0000008a03306a6901010d6c656e676c69616e73616e6a69010c02716901020869616e73616e6a69010802716901030b6e676c69616e73616e71690102036c736a01040171010202736a01030171010102716901010573616e6a6901040271690102016a01020171010106e4b889e69c9f010106e586b7e993be010103e69c9f010106e993bee4b88901040510050b050e060405040508050404090906');
INSERT INTO search_opp_data VALUES(274877906945,X'000000130530636f6c6402010573746f7265020407');
INSERT INTO search_opp_data VALUES(412316860417,X'000000810b3063616e6767616963616f0308037a616f0303016f03020267630303017a03010667616963616f0304037a616f030201630302017a0301046a6367630304017a03020c697563616e6767616963616f030b037a616f0301037a616f030106e4bb93e694b9030106e694b9e980a003020597a7e4bb93030103e980a003040d060405040906040407040f0606090908');
INSERT INTO search_opp_data VALUES(9007611571601408,X'04000000000000010000000000000000000000000000000300000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'search_opp_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_opp_idx VALUES(1,X'',2);
INSERT INTO search_opp_idx VALUES(2,X'',2);
INSERT INTO search_opp_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'search_opp_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_opp_docsize VALUES(1,X'14',1);
INSERT INTO search_opp_docsize VALUES(2,X'02',2);
CREATE TABLE IF NOT EXISTS 'search_opp_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_opp_config VALUES('hashsize',2097152);
INSERT INTO search_opp_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_rep','search_rep',0,'CREATE VIRTUAL TABLE search_rep USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_rep_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_rep_data VALUES(1,X'0101');
INSERT INTO search_rep_data VALUES(10,X'00000000ff00000101010100010101010101000001');
INSERT INTO search_rep_data VALUES(137438953473,X'0000000903307a700104');
CREATE TABLE IF NOT EXISTS 'search_rep_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_rep_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'search_rep_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_rep_docsize VALUES(1,X'01',1);
CREATE TABLE IF NOT EXISTS 'search_rep_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_rep_config VALUES('version',4);
CREATE INDEX journal_birth ON journal (noun, no) WHERE field IS NULL;
CREATE INDEX journal_change ON journal (noun, no) WHERE field IS NOT NULL;
CREATE INDEX journal_batch ON journal (batch);
CREATE UNIQUE INDEX account_external ON account (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX person_external ON person (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX opp_external ON opp (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX rep_external ON rep (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX account_name ON account (lower(name)) WHERE gone = 0;
CREATE INDEX account_domain ON account (domain) WHERE domain IS NOT NULL;
CREATE INDEX account_open ON account (-open_deals) WHERE gone = 0;
CREATE INDEX person_account ON person (account);
CREATE INDEX person_email ON person (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX person_name ON person (lower(name)) WHERE gone = 0;
CREATE INDEX rep_name ON rep (lower(name));
CREATE INDEX opp_account ON opp (account, status);
CREATE INDEX opp_close ON opp (status, ifnull(close_on, '9999-12-31')) WHERE gone = 0;
CREATE INDEX opp_amount ON opp (status, ifnull(CASE currency
WHEN 'BHD' THEN "amount" / 10 WHEN 'BIF' THEN "amount" * 100 WHEN 'CLF' THEN "amount" / 100
WHEN 'CLP' THEN "amount" * 100 WHEN 'DJF' THEN "amount" * 100 WHEN 'GNF' THEN "amount" * 100
WHEN 'IQD' THEN "amount" / 10 WHEN 'ISK' THEN "amount" * 100 WHEN 'JOD' THEN "amount" / 10
WHEN 'JPY' THEN "amount" * 100 WHEN 'KMF' THEN "amount" * 100 WHEN 'KRW' THEN "amount" * 100
WHEN 'KWD' THEN "amount" / 10 WHEN 'LYD' THEN "amount" / 10 WHEN 'OMR' THEN "amount" / 10
WHEN 'PYG' THEN "amount" * 100 WHEN 'RWF' THEN "amount" * 100 WHEN 'TND' THEN "amount" / 10
WHEN 'UGX' THEN "amount" * 100 WHEN 'VND' THEN "amount" * 100 WHEN 'VUV' THEN "amount" * 100
WHEN 'XAF' THEN "amount" * 100 WHEN 'XOF' THEN "amount" * 100 WHEN 'XPF' THEN "amount" * 100
ELSE "amount" END, -1)) WHERE gone = 0;
CREATE INDEX opp_severity ON opp (status, severity) WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_stage_close ON opp (status, stage, ifnull(close_on, '9999-12-31'))
WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_title ON opp (status, lower(title)) WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_owner ON opp (status, ifnull(lower(owner), '')) WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_judged ON opp (judged_until) WHERE judged_until IS NOT NULL;
CREATE INDEX answer_opportunity ON answer (opportunity, question);
CREATE INDEX step_opportunity ON step (opportunity);
CREATE INDEX role_opportunity ON role (opportunity);
CREATE INDEX role_person ON role (person);
PRAGMA writable_schema=OFF;
PRAGMA application_id=1363428675;
PRAGMA user_version=1;
COMMIT;
