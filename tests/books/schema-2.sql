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
INSERT INTO device VALUES(1,'00000000-0000-72cf-9090-e6a04d488114');
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
INSERT INTO batch VALUES(24,'2026-11-20T10:00:00.000+08:00','zp',1,'user','influence add opportunity=1 from=2 to=1 kind=influences',NULL);
INSERT INTO batch VALUES(25,'2026-11-20T10:00:00.000+08:00','zp',1,'user','decision add opportunity=1 name=立项 due=2026-12-05',NULL);
INSERT INTO batch VALUES(26,'2026-11-20T10:00:00.000+08:00','zp',1,'user','factor add opportunity=1 name=价格 class=personal',NULL);
INSERT INTO batch VALUES(27,'2026-11-20T10:00:00.000+08:00','zp',1,'user','competitor add name=北方冷链',NULL);
INSERT INTO batch VALUES(28,'2026-11-20T10:00:00.000+08:00','zp',1,'user','rival add opportunity=1 competitor=1',NULL);
INSERT INTO batch VALUES(29,'2026-11-20T10:00:00.000+08:00','zp',1,'user','fit add opportunity=1 factor=1 fit=2',NULL);
INSERT INTO batch VALUES(30,'2026-11-20T10:00:00.000+08:00','zp',1,'user','cost add opportunity=1 hours=2',NULL);
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
INSERT INTO journal VALUES(1,1,1,1,1,1,1,NULL,NULL,X'5db171672ebe7bde5fdf35cb27b399c0bc04d1a679129feca228d6fde37367b7','{"no":1,"id":"01a1f6ae-9900-7296-8e96-861ec559b62b","name":"上海冷链物流","owner":"zp","industry":"物流","tier":"a","next_review_on":"2027-02-18"}');
INSERT INTO journal VALUES(2,2,1,2,1,2,2,NULL,NULL,X'439d0ed6f60df37d484899f58d06a0f62a0918415daf651373b61bb0409234da','{"no":2,"id":"01a1f6ae-9900-72e4-bba7-1d6819e070b0","name":"Harbour Foods Ltd","owner":"zp","tier":"b"}');
INSERT INTO journal VALUES(3,3,1,3,2,1,1,NULL,NULL,X'5a522efe732a60418cc58dc8764cbe62dcad198ee265f5ba274532a3150e658b','{"no":1,"id":"01a1f6ae-9900-77bd-9d73-9843cfdc50a7","account":"01a1f6ae-9900-7296-8e96-861ec559b62b","name":"张平","mobile":"13900000001"}');
INSERT INTO journal VALUES(4,4,1,4,2,2,2,NULL,NULL,X'4694b3725e1d76472f88421ee1edcb934bfbe13aab28fc3a92baf3aabc3cf831','{"no":2,"id":"01a1f6ae-9900-728e-8060-c5f058f022bd","account":"01a1f6ae-9900-7296-8e96-861ec559b62b","name":"Jo Li","reports_to":"01a1f6ae-9900-77bd-9d73-9843cfdc50a7"}');
INSERT INTO journal VALUES(5,5,1,5,7,1,1,NULL,NULL,X'2de8e5f0d237cc0cc5a98d3239dd91eb9728ad7c60fc778c7f9a2a6bd6123615','{"no":1,"id":"01a1f6ae-9900-70e2-b06f-a3f4a3a4100a","name":"zp"}');
INSERT INTO journal VALUES(6,6,1,6,3,1,1,NULL,NULL,X'5889d69de70e9cdc03438c124797988f25b7bfcc95cfcebc500447db35dfd164','{"no":1,"id":"01a1f6ae-9900-710a-b8e9-720f5214dffe","title":"冷链三期","account":"01a1f6ae-9900-7296-8e96-861ec559b62b","owner":"zp","stage":"potential","status":"open","amount":120000000,"currency":"CNY","close_on":"2026-12-31","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(7,7,1,7,3,2,2,NULL,NULL,X'0e05a7d4fddfbef14ceb47c5c21b09f6c7fc55fccd9037c37ef0eedfa3dbe36b','{"no":2,"id":"01a1f6ae-9900-7783-8f01-976a9ae766f2","title":"Cold store","account":"01a1f6ae-9900-72e4-bba7-1d6819e070b0","owner":"zp","stage":"potential","status":"open","amount":5000000,"currency":"GBP","close_on":"2027-02-01","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(8,8,1,8,3,3,3,NULL,NULL,X'813d03ca17a62bb0590c14df98fb92e12d4349bf78ef33d6aef32b6e0d1b6800','{"no":3,"id":"01a1f6ae-9900-70cb-820c-367f50e56c79","title":"旧仓改造","account":"01a1f6ae-9900-7296-8e96-861ec559b62b","owner":"zp","stage":"potential","status":"open","amount":30000000,"currency":"CNY","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(9,9,1,9,6,1,1,NULL,NULL,X'f3d7e54ca6e4198717fef0bbedbb9818c1a47dad2efe503a5514eca4f34dcba3','{"no":1,"id":"01a1f6ae-9900-77e5-b9a8-4aff4d17fa68","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","person":"01a1f6ae-9900-77bd-9d73-9843cfdc50a7","buying_role":"approver"}');
INSERT INTO journal VALUES(10,10,1,10,6,2,2,NULL,NULL,X'94311bce3d94a8ca62ce56cd5906c224c49981950e061ecd24bed7066e6d1b9b','{"no":2,"id":"01a1f6ae-9900-70b6-bffa-dc11085a0cb6","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","person":"01a1f6ae-9900-728e-8060-c5f058f022bd"}');
INSERT INTO journal VALUES(11,11,1,11,4,1,1,NULL,NULL,X'caa1f62e4d2d75f8b202c6c08cb20b63655ebc8565ad969b26add6ff66a2311d','{"no":1,"id":"01a1f6ae-9900-754f-8304-64f8aead38c0","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":1,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(12,12,1,12,4,2,2,NULL,NULL,X'e1e9093570459b634452ea20d0f0d348f722bc12d5d9c4624e7542ed573b274b','{"no":2,"id":"01a1f6ae-9900-70f7-bbdb-74817c8b27e6","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":2,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(13,13,1,13,4,3,3,NULL,NULL,X'b722cf5a44d87ddf4525a71535acc71557dffb187770b6008bb149e42f3bb716','{"no":3,"id":"01a1f6ae-9900-736d-9183-777d9e236ad3","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":3,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(14,14,1,14,4,4,4,NULL,NULL,X'83ad8c179c2184cc9274a221c9989931afe6d89791387ba086e3cd512f0987bd','{"no":4,"id":"01a1f6ae-9900-72d9-b88e-216e53261bf4","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":4,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(15,15,1,15,4,5,5,NULL,NULL,X'3369aed6d607c748ba3875ecb679503f6799c205e8907e48a5fdc18ac532d42a','{"no":5,"id":"01a1f6ae-9900-7301-99e1-0c2238719d0c","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":5,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(16,16,1,16,3,1,NULL,'stage','potential',X'847dcac576e4d1c2863df652857fff2652b14725e480cafcfb49d381b3640f0f','qualified');
INSERT INTO journal VALUES(17,16,1,17,3,1,NULL,'last_activity_on',NULL,X'db34972a0b188a55d46dee567ccf7427e18cc78b141b8b9192957ffdd1932621','2026-11-20');
INSERT INTO journal VALUES(18,16,1,18,5,1,1,NULL,NULL,X'0c069ce4d91010365c5af9f2822a47e09264610610f3210b406a3e906b3e42d6','{"no":1,"id":"01a1f6ae-9900-7060-85e9-b4b92b6a5280","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","act":"advance","from_stage":"potential","to_stage":"qualified","status":"open","on_day":"2026-11-20","author":"zp","gates":"1:pass/100 2:open/0 3:open/0","overridden":0,"days":0}');
INSERT INTO journal VALUES(19,17,1,19,4,6,6,NULL,NULL,X'479345546fbdc33758ff1483dde8e7129dcd2585ceb5ac63fd03e5508a2a2b44','{"no":6,"id":"01a1f6ae-9900-7708-a9b6-96f1390cf4b4","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":6,"verdict":"-","grade":"guess","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(20,18,1,20,4,7,7,NULL,NULL,X'dd426f04aa0badfd31abb2edc49b2c1419712fd8fd5f047b27b9a4fee02b8690','{"no":7,"id":"01a1f6ae-9900-7764-b37c-0cf86b7f5316","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","question":6,"verdict":"?","grade":"guess","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(21,19,1,21,3,1,NULL,'next_step',NULL,X'79c9352d7bed0af2bced91480c08a55b8115247da8a3c7d0d7a844474676d4c7','报价');
INSERT INTO journal VALUES(22,19,1,22,3,1,NULL,'next_on',NULL,X'7e44b826c505792a486897f392e1e1d8a72ca71fe54d33c184de732999922e91','2026-11-28');
INSERT INTO journal VALUES(23,20,1,23,3,2,NULL,'status','open',X'c74bc7757ff67a804f499cec6907507990969f00a1458a364a0c1dc01b01ca5c','lost');
INSERT INTO journal VALUES(24,20,1,24,3,2,NULL,'close_on','2027-02-01',X'019bc4bdd8de0c32b538ee8e39fbe1a60ba6f9a6aa85343908e3d751090265ae','2026-11-20');
INSERT INTO journal VALUES(25,20,1,25,3,2,NULL,'last_activity_on',NULL,X'b4bc2cd13ff0f8f83ca4023c4a1cf6fb60dcf1d1f99a0a09713581ac113e2de8','2026-11-20');
INSERT INTO journal VALUES(26,20,1,26,3,2,NULL,'close_reason',NULL,X'379ff8f75b387175247b07f813697282d52ac5ddddb7da13fecb814d4df0dbc2','price');
INSERT INTO journal VALUES(27,20,1,27,5,2,2,NULL,NULL,X'c01871dd42a131d107b7f38bfa2a6fad0978a338b0e6c4d7bcd7a7e44d5d8302','{"no":2,"id":"01a1f6ae-9900-71c5-b630-422c6dfb7956","opportunity":"01a1f6ae-9900-7783-8f01-976a9ae766f2","act":"lose","from_stage":"potential","to_stage":"potential","status":"lost","on_day":"2026-11-20","author":"zp","gates":"1:open/0 2:open/0 3:open/0","reason":"price","overridden":0,"days":0}');
INSERT INTO journal VALUES(28,21,1,28,3,3,NULL,'gone',0,X'14b23cd7695b4694f853a0889ca029cddb9964f207d7319886b1a1e6ab2093d1',1);
INSERT INTO journal VALUES(29,22,1,29,3,1,NULL,'amount',120000000,X'e0775338d8d7c9d7f346830f246c8452f3770d2ec95ba8c5c7fae3a23900e58e',150000000);
INSERT INTO journal VALUES(30,23,1,30,3,1,NULL,'amount',150000000,X'08f04ed32732829bdc95c1bca2aa9c61429bb4c7aa019f4a347b59b62338d879',120000000);
INSERT INTO journal VALUES(31,24,1,31,8,1,1,NULL,NULL,X'03b8b6e5da3966ed0ee766405df8d3fd535d84b6f9741b83a4c7d3206beea624','{"no":1,"id":"01a1f6ae-9900-712b-b4ed-e2d9251122d2","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","from":"01a1f6ae-9900-728e-8060-c5f058f022bd","to":"01a1f6ae-9900-77bd-9d73-9843cfdc50a7","kind":"influences"}');
INSERT INTO journal VALUES(32,25,1,32,9,1,1,NULL,NULL,X'cfdcc2c04a240de0123ae22163f6da322caae264f4921a886148b35efeb31207','{"no":1,"id":"01a1f6ae-9900-7092-a5a5-6f8d194dade9","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","name":"立项","due":"2026-12-05","state":"planned"}');
INSERT INTO journal VALUES(33,26,1,33,10,1,1,NULL,NULL,X'31926ce9c9df2ce4c2ced2cde704be9afc9079b3aecf2cc454a5431eed80214c','{"no":1,"id":"01a1f6ae-9900-77da-a1dd-dadfea50eebd","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","name":"价格","class":"personal","mandatory":0,"missed_by_customer":0}');
INSERT INTO journal VALUES(34,27,1,34,12,1,1,NULL,NULL,X'd95a3d7c80c2e555daf084d709c9474af14288201ca493de518bcd51cbdfa136','{"no":1,"id":"01a1f6ae-9900-75c7-8148-c67f55db5232","name":"北方冷链"}');
INSERT INTO journal VALUES(35,28,1,35,13,1,1,NULL,NULL,X'5efa98d664812cb6d5e86796841a115b6795deb02ba52ccdc7ef772e1397c737','{"no":1,"id":"01a1f6ae-9900-7399-928c-3f0cc51574ec","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","competitor":"01a1f6ae-9900-75c7-8148-c67f55db5232","incumbent":0}');
INSERT INTO journal VALUES(36,29,1,36,11,1,1,NULL,NULL,X'771c32ab1fb706f3b4e969a391471bfd9166b802f4e2ab1e66125e461fe9409b','{"no":1,"id":"01a1f6ae-9900-729f-acd8-2730f854a78b","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","factor":"01a1f6ae-9900-77da-a1dd-dadfea50eebd","fit":2}');
INSERT INTO journal VALUES(37,30,1,37,14,1,1,NULL,NULL,X'8b7040e223f9ebd7064f3f22b4bca076323860f12b06c56edb36b23e36846425','{"no":1,"id":"01a1f6ae-9900-73ec-9bcb-a61f4564dd68","opportunity":"01a1f6ae-9900-710a-b8e9-720f5214dffe","on_day":"2026-11-20","hours":120,"currency":"CNY"}');
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
INSERT INTO account VALUES(1,'01a1f6ae-9900-7296-8e96-861ec559b62b',0,1,1,'上海冷链物流',NULL,NULL,NULL,NULL,'zp',NULL,'物流',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-02-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,120000000,'CNY',0);
INSERT INTO account VALUES(2,'01a1f6ae-9900-72e4-bba7-1d6819e070b0',0,2,2,'Harbour Foods Ltd',NULL,NULL,NULL,NULL,'zp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0);
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
INSERT INTO person VALUES(1,'01a1f6ae-9900-77bd-9d73-9843cfdc50a7',0,3,3,'01a1f6ae-9900-7296-8e96-861ec559b62b','张平',NULL,NULL,NULL,NULL,'13900000001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(2,'01a1f6ae-9900-728e-8060-c5f058f022bd',0,4,4,'01a1f6ae-9900-7296-8e96-861ec559b62b','Jo Li',NULL,NULL,'01a1f6ae-9900-77bd-9d73-9843cfdc50a7',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO opp VALUES(1,'01a1f6ae-9900-710a-b8e9-720f5214dffe',0,6,23,'冷链三期','01a1f6ae-9900-7296-8e96-861ec559b62b','zp','qualified','open',NULL,120000000,'CNY',NULL,'2026-12-31',0,'2026-11-20','2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'报价','2026-11-28',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,11,'compelling_missing no_opponent',1,101,'2026-12-12');
INSERT INTO opp VALUES(2,'01a1f6ae-9900-7783-8f01-976a9ae766f2',0,7,20,'Cold store','01a1f6ae-9900-72e4-bba7-1d6819e070b0','zp','potential','lost',NULL,5000000,'GBP',NULL,'2026-11-20',0,'2026-11-20','2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'price',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,0,NULL);
INSERT INTO opp VALUES(3,'01a1f6ae-9900-70cb-820c-367f50e56c79',1,8,21,'旧仓改造','01a1f6ae-9900-7296-8e96-861ec559b62b','zp','potential','open',NULL,30000000,'CNY',NULL,NULL,0,'2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2,'no_next_step no_cause',0,2,'2026-12-05');
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
INSERT INTO answer VALUES(1,'01a1f6ae-9900-754f-8304-64f8aead38c0',0,11,11,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,1,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(2,'01a1f6ae-9900-70f7-bbdb-74817c8b27e6',0,12,12,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,2,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(3,'01a1f6ae-9900-736d-9183-777d9e236ad3',0,13,13,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,3,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(4,'01a1f6ae-9900-72d9-b88e-216e53261bf4',0,14,14,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,4,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(5,'01a1f6ae-9900-7301-99e1-0c2238719d0c',0,15,15,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,5,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(6,'01a1f6ae-9900-7708-a9b6-96f1390cf4b4',0,17,17,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,6,'-','guess',NULL,NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(7,'01a1f6ae-9900-7764-b37c-0cf86b7f5316',0,18,18,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,6,'?','guess',NULL,NULL,'2026-11-20','zp');
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
INSERT INTO step VALUES(1,'01a1f6ae-9900-7060-85e9-b4b92b6a5280',0,16,16,'01a1f6ae-9900-710a-b8e9-720f5214dffe','advance','potential','qualified','open','2026-11-20','zp','1:pass/100 2:open/0 3:open/0',NULL,0,0);
INSERT INTO step VALUES(2,'01a1f6ae-9900-71c5-b630-422c6dfb7956',0,20,20,'01a1f6ae-9900-7783-8f01-976a9ae766f2','lose','potential','potential','lost','2026-11-20','zp','1:open/0 2:open/0 3:open/0','price',0,0);
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
INSERT INTO role VALUES(1,'01a1f6ae-9900-77e5-b9a8-4aff4d17fa68',0,9,9,'01a1f6ae-9900-710a-b8e9-720f5214dffe','01a1f6ae-9900-77bd-9d73-9843cfdc50a7','approver',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO role VALUES(2,'01a1f6ae-9900-70b6-bffa-dc11085a0cb6',0,10,10,'01a1f6ae-9900-710a-b8e9-720f5214dffe','01a1f6ae-9900-728e-8060-c5f058f022bd',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO rep VALUES(1,'01a1f6ae-9900-70e2-b06f-a3f4a3a4100a',0,5,5,'zp',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO tally VALUES('deal/open/qualified/CNY',1,120000000,13200000,739940,1);
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
CREATE TABLE influence (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
"from" TEXT NOT NULL REFERENCES person (id),
"to" TEXT NOT NULL REFERENCES person (id),
kind TEXT NOT NULL,
strength INTEGER,
note TEXT
) STRICT;
INSERT INTO influence VALUES(1,'01a1f6ae-9900-712b-b4ed-e2d9251122d2',0,24,24,'01a1f6ae-9900-710a-b8e9-720f5214dffe','01a1f6ae-9900-728e-8060-c5f058f022bd','01a1f6ae-9900-77bd-9d73-9843cfdc50a7','influences',NULL,NULL);
CREATE TABLE decision (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
seq INTEGER,
name TEXT NOT NULL,
dept TEXT,
person TEXT REFERENCES person (id),
due TEXT,
method TEXT,
state TEXT NOT NULL,
done_on TEXT,
notes TEXT
) STRICT;
INSERT INTO decision VALUES(1,'01a1f6ae-9900-7092-a5a5-6f8d194dade9',0,25,25,'01a1f6ae-9900-710a-b8e9-720f5214dffe',NULL,'立项',NULL,NULL,'2026-12-05',NULL,'planned',NULL,NULL);
CREATE TABLE factor (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
name TEXT NOT NULL,
class TEXT NOT NULL,
formal INTEGER,
mandatory INTEGER NOT NULL,
missed_by_customer INTEGER NOT NULL,
rank INTEGER,
set_by TEXT,
person TEXT,
tactic TEXT,
notes TEXT
) STRICT;
INSERT INTO factor VALUES(1,'01a1f6ae-9900-77da-a1dd-dadfea50eebd',0,26,26,'01a1f6ae-9900-710a-b8e9-720f5214dffe','价格','personal',NULL,0,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE competitor (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
name TEXT NOT NULL,
strengths TEXT,
weaknesses TEXT,
domain TEXT,
tags TEXT,
notes TEXT
) STRICT;
INSERT INTO competitor VALUES(1,'01a1f6ae-9900-75c7-8148-c67f55db5232',0,27,27,'北方冷链',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE fit (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
factor TEXT NOT NULL REFERENCES factor (id),
competitor TEXT REFERENCES competitor (id),
fit INTEGER NOT NULL,
note TEXT
) STRICT;
INSERT INTO fit VALUES(1,'01a1f6ae-9900-729f-acd8-2730f854a78b',0,29,29,'01a1f6ae-9900-710a-b8e9-720f5214dffe','01a1f6ae-9900-77da-a1dd-dadfea50eebd',NULL,2,NULL);
CREATE TABLE rival (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
competitor TEXT NOT NULL REFERENCES competitor (id),
incumbent INTEGER NOT NULL,
strategy TEXT,
threat INTEGER,
note TEXT
) STRICT;
INSERT INTO rival VALUES(1,'01a1f6ae-9900-7399-928c-3f0cc51574ec',0,28,28,'01a1f6ae-9900-710a-b8e9-720f5214dffe','01a1f6ae-9900-75c7-8148-c67f55db5232',0,NULL,NULL,NULL);
CREATE TABLE cost (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
opportunity TEXT NOT NULL REFERENCES opp (id),
on_day TEXT,
hours INTEGER,
amount INTEGER,
currency TEXT NOT NULL,
note TEXT
) STRICT;
INSERT INTO cost VALUES(1,'01a1f6ae-9900-73ec-9bcb-a61f4564dd68',0,30,30,'01a1f6ae-9900-710a-b8e9-720f5214dffe','2026-11-20',120,NULL,'CNY',NULL);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_competitor','search_competitor',0,'CREATE VIRTUAL TABLE search_competitor USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_competitor_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_competitor_data VALUES(1,X'0119');
INSERT INTO search_competitor_data VALUES(10,X'00000000ff00000101010100010101010101000001');
INSERT INTO search_competitor_data VALUES(137438953473,X'000000dc103062656966616e676c656e676c69616e01050b656e676c656e676c69616e01040c70616e676c656e676c69616e01040c77616e676c656e676c69616e010203666c6c010203706c6c010203776c6c01010c66616e676c656e676c69616e01020b656e676c656e676c69616e0102026c6c0101086c656e676c69616e01020369616e0103066e676c69616e0102016c01010c70616e676c656e676c69616e0102026c6c01010c77616e676c656e676c69616e0102026c6c010106e586b7e993be0102058c97e696b9010106e696b9e586b7010103e993be0104120e0f0f0606060f0e050b0609040f050f05090809');
CREATE TABLE IF NOT EXISTS 'search_competitor_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_competitor_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'search_competitor_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_competitor_docsize VALUES(1,X'19',1);
CREATE TABLE IF NOT EXISTS 'search_competitor_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_competitor_config VALUES('version',4);
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
CREATE INDEX influence_opportunity ON influence (opportunity);
CREATE INDEX decision_opportunity ON decision (opportunity);
CREATE INDEX decision_due ON decision (due) WHERE due IS NOT NULL;
CREATE INDEX factor_opportunity ON factor (opportunity);
CREATE INDEX fit_opportunity ON fit (opportunity);
CREATE INDEX rival_opportunity ON rival (opportunity);
CREATE INDEX cost_opportunity ON cost (opportunity);
PRAGMA writable_schema=OFF;
PRAGMA application_id=1363428675;
PRAGMA user_version=2;
COMMIT;
