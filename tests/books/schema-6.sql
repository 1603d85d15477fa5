PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
key TEXT PRIMARY KEY,
value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('judged_on','2026-11-30');
INSERT INTO meta VALUES('numbers','1');
INSERT INTO meta VALUES('rhythms','3fa20a73-2548-83f0-8411-ba58bf317855');
INSERT INTO meta VALUES('rules','4b80517b-93f2-8e6a-8efa-9bf57691b405');
CREATE TABLE device (
device INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO device VALUES(1,'00000000-0000-7804-9b04-01b2027422cc');
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
INSERT INTO batch VALUES(31,'2026-11-20T10:00:00.000+08:00','zp',1,'user','visit add account=1 opportunity=1 when=2026-11-18 10:00 who=1 why=立项',NULL);
INSERT INTO batch VALUES(32,'2026-11-20T10:00:00.000+08:00','zp',1,'user','visit add account=2 when=2026-12-02 14:00',NULL);
INSERT INTO batch VALUES(33,'2026-11-20T10:00:00.000+08:00','zp',1,'user','todo add title=寄样品 opportunity=1 due=2026-11-25',NULL);
INSERT INTO batch VALUES(34,'2026-11-20T10:00:00.000+08:00','zp',1,'user','todo add title=Weekly call due=2026-11-23 recur=weekly',NULL);
INSERT INTO batch VALUES(35,'2026-11-20T10:00:00.000+08:00','zp',1,'user','todo done 2',NULL);
INSERT INTO batch VALUES(36,'2026-11-20T10:00:00.000+08:00','zp',1,'user','review add ritual=sweep on_day=2026-11-20',NULL);
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
INSERT INTO journal VALUES(1,1,1,1,1,1,1,NULL,NULL,X'f4eb09cbeed9b033ef2766dbbba58ee3480b19db10739b740c38478983a9f3cc','{"no":1,"id":"01a1f6ae-9900-742f-8085-c19d2a124caa","name":"上海冷链物流","owner":"zp","industry":"物流","tier":"a","next_review_on":"2027-02-18"}');
INSERT INTO journal VALUES(2,2,1,2,1,2,2,NULL,NULL,X'7950c676178c3ef126db50faaa489a00ea54f107ccd4c400b7595b195691a8fc','{"no":2,"id":"01a1f6ae-9900-73c0-9986-309922ec6244","name":"Harbour Foods Ltd","owner":"zp","tier":"b"}');
INSERT INTO journal VALUES(3,3,1,3,2,1,1,NULL,NULL,X'0d0715886452176ad1438a02210587a32784936ed7e31abdbf9aab4e80b8da43','{"no":1,"id":"01a1f6ae-9900-7456-bda5-61abb73f3e6c","account":"01a1f6ae-9900-742f-8085-c19d2a124caa","name":"张平","mobile":"13900000001"}');
INSERT INTO journal VALUES(4,4,1,4,2,2,2,NULL,NULL,X'58bc2f728b5ac74bd674ed220648f4469524593f4065615bdf96f948e08eebc1','{"no":2,"id":"01a1f6ae-9900-7065-9d34-2ac2486d97ee","account":"01a1f6ae-9900-742f-8085-c19d2a124caa","name":"Jo Li","reports_to":"01a1f6ae-9900-7456-bda5-61abb73f3e6c"}');
INSERT INTO journal VALUES(5,5,1,5,7,1,1,NULL,NULL,X'7cec55a93e3c217a92b67f926fceaf09465d92538ad9ee647fcfce321ef2a2b5','{"no":1,"id":"01a1f6ae-9900-74d1-9cf6-02b6bd3aa458","name":"zp"}');
INSERT INTO journal VALUES(6,6,1,6,3,1,1,NULL,NULL,X'c35e7164453ca6a3aff3a7c2386bc4ea2f3baed6074bb48e6e40515860abbbc2','{"no":1,"id":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","title":"冷链三期","account":"01a1f6ae-9900-742f-8085-c19d2a124caa","owner":"zp","stage":"potential","status":"open","amount":120000000,"currency":"CNY","close_on":"2026-12-31","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(7,7,1,7,3,2,2,NULL,NULL,X'ca4c34c2a10cb2deb2ac5f47855835759aebf8fdbbf87b26ab332acda039e1db','{"no":2,"id":"01a1f6ae-9900-71be-939d-fe43aa108a14","title":"Cold store","account":"01a1f6ae-9900-73c0-9986-309922ec6244","owner":"zp","stage":"potential","status":"open","amount":5000000,"currency":"GBP","close_on":"2027-02-01","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(8,8,1,8,3,3,3,NULL,NULL,X'ac0afda73ee168a64b18b0dce9c00925f715d3bc760a63b768352bd8e2a4a882','{"no":3,"id":"01a1f6ae-9900-7595-aebb-b454c7c49447","title":"旧仓改造","account":"01a1f6ae-9900-742f-8085-c19d2a124caa","owner":"zp","stage":"potential","status":"open","amount":30000000,"currency":"CNY","close_moves":0,"opened_on":"2026-11-20","stage_since":"2026-11-20"}');
INSERT INTO journal VALUES(9,9,1,9,6,1,1,NULL,NULL,X'bdc81eec46de9ca5a9751ee40821b60e113a3c0547e70af38ea68335009935cb','{"no":1,"id":"01a1f6ae-9900-764f-a8d0-473337087c5c","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","person":"01a1f6ae-9900-7456-bda5-61abb73f3e6c","buying_role":"approver"}');
INSERT INTO journal VALUES(10,10,1,10,6,2,2,NULL,NULL,X'a839a1736a3a2ad67529df126a24a446e72cc99dd4e1d7308c52d97d5a3eae87','{"no":2,"id":"01a1f6ae-9900-7249-afeb-14f4b68652e7","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","person":"01a1f6ae-9900-7065-9d34-2ac2486d97ee"}');
INSERT INTO journal VALUES(11,11,1,11,4,1,1,NULL,NULL,X'd0566fa5ba09e20dccd8381b777669b5b291d67ca0d1f13d0e448d117d1d2518','{"no":1,"id":"01a1f6ae-9900-7531-9985-27977936b443","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":1,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(12,12,1,12,4,2,2,NULL,NULL,X'5d168c20659fcd2de69760f504ff93eb871f14eff3e646fdc45f1a2918d2de5d','{"no":2,"id":"01a1f6ae-9900-74c1-b971-5611e0ce8a60","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":2,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(13,13,1,13,4,3,3,NULL,NULL,X'1e3344a107bde776c66c282218812576309d6c5e580340777a335944bad97c03','{"no":3,"id":"01a1f6ae-9900-744b-8b63-e7ab0c8d916b","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":3,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(14,14,1,14,4,4,4,NULL,NULL,X'dc371094bed0abdbfe481637695b83a477ef9eda4dd6130bde9560f524b7fd7e','{"no":4,"id":"01a1f6ae-9900-7284-ab08-fc8b4768702d","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":4,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(15,15,1,15,4,5,5,NULL,NULL,X'6f027f332a71e1caad8c137e8ca58f9d117ca4c585d36ffef6291f24523d0dc7','{"no":5,"id":"01a1f6ae-9900-736e-bd98-ef6763c44465","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":5,"verdict":"+","grade":"proven","note":"已证","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(16,16,1,16,3,1,NULL,'stage','potential',X'84bc5baf40327066d107708d86a123f9d8cd4d77b1e9fab30c35b8fd3631ed6c','qualified');
INSERT INTO journal VALUES(17,16,1,17,3,1,NULL,'last_activity_on',NULL,X'03e0f772022a0ab33613d072566dcb317fe0b0f7b2cfaa33b64925eacf081d96','2026-11-20');
INSERT INTO journal VALUES(18,16,1,18,5,1,1,NULL,NULL,X'8db237c7812ae0d9d889f7d70b3596b403a2446d9c271217a80a22df96771eb5','{"no":1,"id":"01a1f6ae-9900-74b8-a04f-658df5b0f1b7","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","act":"advance","from_stage":"potential","to_stage":"qualified","status":"open","on_day":"2026-11-20","author":"zp","gates":"1:pass/100 2:open/0 3:open/0","overridden":0,"days":0}');
INSERT INTO journal VALUES(19,17,1,19,4,6,6,NULL,NULL,X'56a38f12cc99caf48502f155670ffd3ca62dab1b69291675be6ee10475793dfd','{"no":6,"id":"01a1f6ae-9900-76c1-bbb4-507333672e48","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":6,"verdict":"-","grade":"guess","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(20,18,1,20,4,7,7,NULL,NULL,X'52c05c5ef4e0884181bfefa8ebd1251d92bee402b43e77e73968899416c2fd11','{"no":7,"id":"01a1f6ae-9900-718f-9256-8fb9a47eb4ec","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","question":6,"verdict":"?","grade":"guess","verified_on":"2026-11-20","verified_by":"zp"}');
INSERT INTO journal VALUES(21,19,1,21,3,1,NULL,'next_step',NULL,X'fc81d82bcb5eca3673b7b58fbe7b0915cb5c5f2b1bf9c38d4f781fef292c038d','报价');
INSERT INTO journal VALUES(22,19,1,22,3,1,NULL,'next_on',NULL,X'411443aea45cab2f50f44001dccd287fab88e4147e3f062ea83d0c34ce6643a8','2026-11-28');
INSERT INTO journal VALUES(23,20,1,23,3,2,NULL,'status','open',X'e277bed00f389fc162f09461235fbb6e2cce4d30d0b2f7cd10a8546c323bb7fe','lost');
INSERT INTO journal VALUES(24,20,1,24,3,2,NULL,'close_on','2027-02-01',X'd615522b63c2cee3fadcaf89cf94b270977e40e762abd5a5078e323d8211e4c3','2026-11-20');
INSERT INTO journal VALUES(25,20,1,25,3,2,NULL,'last_activity_on',NULL,X'8307b36abe21cdb1da16915ef8ad84cd8db6bf2c5364c77fd068f6ade687eefd','2026-11-20');
INSERT INTO journal VALUES(26,20,1,26,3,2,NULL,'close_reason',NULL,X'a77f5e1355edc5dc0405021e62aba09643ea6954b1e2ab728e14024e4ccc1f8c','price');
INSERT INTO journal VALUES(27,20,1,27,5,2,2,NULL,NULL,X'9c4dccdd4b6af51d2b22ebd15156462313c5c0dfd30c798b4022a8ba3aea4a57','{"no":2,"id":"01a1f6ae-9900-7475-8c31-41a56f5a724f","opportunity":"01a1f6ae-9900-71be-939d-fe43aa108a14","act":"lose","from_stage":"potential","to_stage":"potential","status":"lost","on_day":"2026-11-20","author":"zp","gates":"1:open/0 2:open/0 3:open/0","reason":"price","overridden":0,"days":0}');
INSERT INTO journal VALUES(28,21,1,28,3,3,NULL,'gone',0,X'd1c85f8e5ec9aed38feec00d18ee268e8430c3614f000ca6e0719bc6effe1fd7',1);
INSERT INTO journal VALUES(29,22,1,29,3,1,NULL,'amount',120000000,X'38fb5ed5bdcb67e657e22d675d407548d35c104c28d6506bdb3252366a582f38',150000000);
INSERT INTO journal VALUES(30,23,1,30,3,1,NULL,'amount',150000000,X'6aac830bfea70e5e14650db1aab6903a64ee33d99f30f5a7a7c3dc82afb16a36',120000000);
INSERT INTO journal VALUES(31,24,1,31,8,1,1,NULL,NULL,X'109064139108e6378480d24f9558da6efb20992a94e6fd686aca5bd7574ba1a6','{"no":1,"id":"01a1f6ae-9900-74d9-9398-1e3fd960f902","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","from":"01a1f6ae-9900-7065-9d34-2ac2486d97ee","to":"01a1f6ae-9900-7456-bda5-61abb73f3e6c","kind":"influences"}');
INSERT INTO journal VALUES(32,25,1,32,9,1,1,NULL,NULL,X'3144b04a5a7fc275a70389f9b3de5ab296ea5a55f41665c86836e7f4bf770764','{"no":1,"id":"01a1f6ae-9900-7250-a8c0-4a5b01939211","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","name":"立项","due":"2026-12-05","state":"planned"}');
INSERT INTO journal VALUES(33,26,1,33,10,1,1,NULL,NULL,X'2fdb363e70075e6e033ae8b09a9f6670aa9f317c79a3672d430c1793e582ef8d','{"no":1,"id":"01a1f6ae-9900-738b-9f62-0f7be6dc22b6","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","name":"价格","class":"personal","mandatory":0,"missed_by_customer":0}');
INSERT INTO journal VALUES(34,27,1,34,12,1,1,NULL,NULL,X'5780cca629c215be44f597f9677eb9ceefdf086daa135be3923f6fb2610249ab','{"no":1,"id":"01a1f6ae-9900-753c-bce9-219a536b750c","name":"北方冷链"}');
INSERT INTO journal VALUES(35,28,1,35,13,1,1,NULL,NULL,X'1834f0a1906e0769335d69efd189f323465d81a49ae065e0f8d7ae5df51956f8','{"no":1,"id":"01a1f6ae-9900-7741-82f6-37e6d7171bd9","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","competitor":"01a1f6ae-9900-753c-bce9-219a536b750c","incumbent":0}');
INSERT INTO journal VALUES(36,29,1,36,11,1,1,NULL,NULL,X'67af3d7c2a348d55d0af2a1cd822d3aef441a42750dc771635e598226df95393','{"no":1,"id":"01a1f6ae-9900-72f2-8606-9fab7bc79de3","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","factor":"01a1f6ae-9900-738b-9f62-0f7be6dc22b6","fit":2}');
INSERT INTO journal VALUES(37,30,1,37,14,1,1,NULL,NULL,X'6c54c5052f162474916c25ed1c58c59a95683d047f9049be4feb5313a3850f89','{"no":1,"id":"01a1f6ae-9900-7262-92c4-2440d9080d7b","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","on_day":"2026-11-20","hours":120,"currency":"CNY"}');
INSERT INTO journal VALUES(38,31,1,38,15,1,1,NULL,NULL,X'3c73dfbb0cdf71fd0f0a6124ee8da3f0d73ce63ca89cf73a53d36a6591d58b79','{"no":1,"id":"01a1f6ae-9900-7128-bb87-fd34b9d54d84","account":"01a1f6ae-9900-742f-8085-c19d2a124caa","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","type":"sales-call","who":"01a1f6ae-9900-7456-bda5-61abb73f3e6c","why":"立项","when":"2026-11-18T10:00","status":"planned","currency":"USD","owner":"zp"}');
INSERT INTO journal VALUES(39,32,1,39,15,2,2,NULL,NULL,X'eabe8cc65be0b59cb4b414a4cd93f066000f0e862ff7340a7cd5082433c05ebf','{"no":2,"id":"01a1f6ae-9900-7008-a8d2-eb9263419b41","account":"01a1f6ae-9900-73c0-9986-309922ec6244","type":"sales-call","when":"2026-12-02T14:00","status":"planned","currency":"USD","owner":"zp"}');
INSERT INTO journal VALUES(40,33,1,40,16,1,1,NULL,NULL,X'dd7fd381915d9984308eda7a2acc600dfa12afdb60f476078e4273bfc5621f5f','{"no":1,"id":"01a1f6ae-9900-77b6-bffa-622d91bbb1a3","title":"寄样品","kind":"task","state":"open","due":"2026-11-25","opportunity":"01a1f6ae-9900-7648-a02d-bf4a8907a64a","owner":"zp","carried":0}');
INSERT INTO journal VALUES(41,34,1,41,16,2,2,NULL,NULL,X'a4365bb338df61777b87ffaf31acb32a6b3f0afcae011165313e7f1de1776970','{"no":2,"id":"01a1f6ae-9900-73f1-b677-ae56fe06eae6","title":"Weekly call","kind":"task","state":"open","due":"2026-11-23","owner":"zp","recur":"every week","carried":0}');
INSERT INTO journal VALUES(42,35,1,42,16,2,NULL,'state','open',X'ed773753837588b9b7d1c41b3a3816da79ffd116f72836690219dc4cf6ee6f01','done');
INSERT INTO journal VALUES(43,35,1,43,16,2,NULL,'done_at',NULL,X'780ffdc9c32f3c82ef1459aa40849d5fb38bb80346a87673ee8e07e2dc524069','2026-11-20T10:00');
INSERT INTO journal VALUES(44,35,1,44,16,2,NULL,'series',NULL,X'bffd7a9c873c43b3443a1700e47fe55ee42b77276e7a6a7e20e9f07539f2b806','01a1f6ae-9900-73f1-b677-ae56fe06eae6');
INSERT INTO journal VALUES(45,35,1,45,16,2,NULL,'occurrence',NULL,X'2f87ebfd32a16416852527d02f4f56255ef58fe11c3a4c718a884dcb5ec28367','2026-11-23');
INSERT INTO journal VALUES(46,35,1,46,16,3,3,NULL,NULL,X'a5d4c7f63286391ccc79d573324a69dc9a54eabef022f334a37b3b59cd058296','{"no":3,"id":"dcf742b0-0881-8f4a-a204-bdf0d43e6cd3","title":"Weekly call","kind":"task","state":"open","due":"2026-11-30","owner":"zp","recur":"every week","series":"01a1f6ae-9900-73f1-b677-ae56fe06eae6","occurrence":"2026-11-30","carried":0}');
INSERT INTO journal VALUES(47,36,1,47,17,1,1,NULL,NULL,X'4d490e9c8ad53f113b22187c74e6a52702faa2c1d153455abe2202e230bae01a','{"no":1,"id":"01a1f6ae-9900-71e3-8f61-f0978d3fbad6","ritual":"sweep","on_day":"2026-11-20","author":"zp"}');
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
, contact_due TEXT) STRICT;
INSERT INTO account VALUES(1,'01a1f6ae-9900-742f-8085-c19d2a124caa',0,1,1,'上海冷链物流',NULL,NULL,NULL,NULL,'zp',NULL,'物流',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-02-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,120000000,'CNY',0,'');
INSERT INTO account VALUES(2,'01a1f6ae-9900-73c0-9986-309922ec6244',0,2,2,'Harbour Foods Ltd',NULL,NULL,NULL,NULL,'zp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,0,'');
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
INSERT INTO person VALUES(1,'01a1f6ae-9900-7456-bda5-61abb73f3e6c',0,3,3,'01a1f6ae-9900-742f-8085-c19d2a124caa','张平',NULL,NULL,NULL,NULL,'13900000001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(2,'01a1f6ae-9900-7065-9d34-2ac2486d97ee',0,4,4,'01a1f6ae-9900-742f-8085-c19d2a124caa','Jo Li',NULL,NULL,'01a1f6ae-9900-7456-bda5-61abb73f3e6c',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO opp VALUES(1,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',0,6,23,'冷链三期','01a1f6ae-9900-742f-8085-c19d2a124caa','zp','qualified','open',NULL,120000000,'CNY',NULL,'2026-12-31',0,'2026-11-20','2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'报价','2026-11-28',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,7,'compelling_missing no_opponent visit_untold',1,102,'2026-12-12');
INSERT INTO opp VALUES(2,'01a1f6ae-9900-71be-939d-fe43aa108a14',0,7,20,'Cold store','01a1f6ae-9900-73c0-9986-309922ec6244','zp','potential','lost',NULL,5000000,'GBP',NULL,'2026-11-20',0,'2026-11-20','2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'price',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,0,NULL);
INSERT INTO opp VALUES(3,'01a1f6ae-9900-7595-aebb-b454c7c49447',1,8,21,'旧仓改造','01a1f6ae-9900-742f-8085-c19d2a124caa','zp','potential','open',NULL,30000000,'CNY',NULL,NULL,0,'2026-11-20','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2,'no_next_step no_cause',0,2,'2026-12-05');
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
INSERT INTO answer VALUES(1,'01a1f6ae-9900-7531-9985-27977936b443',0,11,11,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,1,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(2,'01a1f6ae-9900-74c1-b971-5611e0ce8a60',0,12,12,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,2,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(3,'01a1f6ae-9900-744b-8b63-e7ab0c8d916b',0,13,13,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,3,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(4,'01a1f6ae-9900-7284-ab08-fc8b4768702d',0,14,14,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,4,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(5,'01a1f6ae-9900-736e-bd98-ef6763c44465',0,15,15,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,5,'+','proven','已证',NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(6,'01a1f6ae-9900-76c1-bbb4-507333672e48',0,17,17,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,6,'-','guess',NULL,NULL,'2026-11-20','zp');
INSERT INTO answer VALUES(7,'01a1f6ae-9900-718f-9256-8fb9a47eb4ec',0,18,18,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,6,'?','guess',NULL,NULL,'2026-11-20','zp');
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
INSERT INTO step VALUES(1,'01a1f6ae-9900-74b8-a04f-658df5b0f1b7',0,16,16,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','advance','potential','qualified','open','2026-11-20','zp','1:pass/100 2:open/0 3:open/0',NULL,0,0);
INSERT INTO step VALUES(2,'01a1f6ae-9900-7475-8c31-41a56f5a724f',0,20,20,'01a1f6ae-9900-71be-939d-fe43aa108a14','lose','potential','potential','lost','2026-11-20','zp','1:open/0 2:open/0 3:open/0','price',0,0);
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
INSERT INTO role VALUES(1,'01a1f6ae-9900-764f-a8d0-473337087c5c',0,9,9,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','01a1f6ae-9900-7456-bda5-61abb73f3e6c','approver',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO role VALUES(2,'01a1f6ae-9900-7249-afeb-14f4b68652e7',0,10,10,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','01a1f6ae-9900-7065-9d34-2ac2486d97ee',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO rep VALUES(1,'01a1f6ae-9900-74d1-9cf6-02b6bd3aa458',0,5,5,'zp',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO tally VALUES('deal/open/qualified/CNY',1,120000000,8400000,739940,1);
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
INSERT INTO influence VALUES(1,'01a1f6ae-9900-74d9-9398-1e3fd960f902',0,24,24,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','01a1f6ae-9900-7065-9d34-2ac2486d97ee','01a1f6ae-9900-7456-bda5-61abb73f3e6c','influences',NULL,NULL);
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
INSERT INTO decision VALUES(1,'01a1f6ae-9900-7250-a8c0-4a5b01939211',0,25,25,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,'立项',NULL,NULL,'2026-12-05',NULL,'planned',NULL,NULL);
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
INSERT INTO factor VALUES(1,'01a1f6ae-9900-738b-9f62-0f7be6dc22b6',0,26,26,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','价格','personal',NULL,0,0,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO competitor VALUES(1,'01a1f6ae-9900-753c-bce9-219a536b750c',0,27,27,'北方冷链',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO fit VALUES(1,'01a1f6ae-9900-72f2-8606-9fab7bc79de3',0,29,29,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','01a1f6ae-9900-738b-9f62-0f7be6dc22b6',NULL,2,NULL);
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
INSERT INTO rival VALUES(1,'01a1f6ae-9900-7741-82f6-37e6d7171bd9',0,28,28,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','01a1f6ae-9900-753c-bce9-219a536b750c',0,NULL,NULL,NULL);
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
INSERT INTO cost VALUES(1,'01a1f6ae-9900-7262-92c4-2440d9080d7b',0,30,30,'01a1f6ae-9900-7648-a02d-bf4a8907a64a','2026-11-20',120,NULL,'CNY',NULL);
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
CREATE TABLE visit (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
account TEXT REFERENCES account (id),
opportunity TEXT REFERENCES opp (id),
type TEXT NOT NULL,
who TEXT,
what TEXT,
why TEXT,
why_measure TEXT,
why_kind TEXT,
"where" TEXT,
"when" TEXT,
lasts INTEGER,
until TEXT,
zone TEXT,
our_team TEXT,
agenda TEXT,
steps TEXT,
status TEXT NOT NULL,
result TEXT,
customer_did INTEGER,
aims_moved TEXT,
notes TEXT,
hours INTEGER,
cost INTEGER,
currency TEXT NOT NULL,
success_probability INTEGER,
plan_month TEXT,
next_step TEXT,
next_on TEXT,
owner TEXT,
tags TEXT,
external_id TEXT,
extra TEXT
, instant TEXT, recur TEXT, series TEXT, occurrence TEXT, version TEXT) STRICT;
INSERT INTO visit VALUES(1,'01a1f6ae-9900-7128-bb87-fd34b9d54d84',0,31,31,'01a1f6ae-9900-742f-8085-c19d2a124caa','01a1f6ae-9900-7648-a02d-bf4a8907a64a','sales-call','01a1f6ae-9900-7456-bda5-61abb73f3e6c',NULL,'立项',NULL,NULL,NULL,'2026-11-18T10:00',NULL,NULL,NULL,NULL,NULL,NULL,'planned',NULL,NULL,NULL,NULL,NULL,NULL,'USD',NULL,NULL,NULL,NULL,'zp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO visit VALUES(2,'01a1f6ae-9900-7008-a8d2-eb9263419b41',0,32,32,'01a1f6ae-9900-73c0-9986-309922ec6244',NULL,'sales-call',NULL,NULL,NULL,NULL,NULL,NULL,'2026-12-02T14:00',NULL,NULL,NULL,NULL,NULL,NULL,'planned',NULL,NULL,NULL,NULL,NULL,NULL,'USD',NULL,NULL,NULL,NULL,'zp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE todo (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
title TEXT NOT NULL,
kind TEXT NOT NULL,
state TEXT NOT NULL,
due TEXT,
wait_until TEXT,
waiting_on TEXT,
priority TEXT,
account TEXT REFERENCES account (id),
opportunity TEXT REFERENCES opp (id),
person TEXT REFERENCES person (id),
visit TEXT REFERENCES visit (id),
owner TEXT,
tags TEXT,
notes TEXT,
recur TEXT,
series TEXT,
occurrence TEXT,
carried INTEGER NOT NULL,
week TEXT,
done_at TEXT,
external_id TEXT,
extra TEXT
, instant TEXT, version TEXT) STRICT;
INSERT INTO todo VALUES(1,'01a1f6ae-9900-77b6-bffa-622d91bbb1a3',0,33,33,'寄样品','task','open','2026-11-25',NULL,NULL,NULL,NULL,'01a1f6ae-9900-7648-a02d-bf4a8907a64a',NULL,NULL,'zp',NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO todo VALUES(2,'01a1f6ae-9900-73f1-b677-ae56fe06eae6',0,34,35,'Weekly call','task','done','2026-11-23',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'zp',NULL,NULL,'every week','01a1f6ae-9900-73f1-b677-ae56fe06eae6','2026-11-23',0,NULL,'2026-11-20T10:00',NULL,NULL,NULL,NULL);
INSERT INTO todo VALUES(3,'dcf742b0-0881-8f4a-a204-bdf0d43e6cd3',0,35,35,'Weekly call','task','open','2026-11-30',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'zp',NULL,NULL,'every week','01a1f6ae-9900-73f1-b677-ae56fe06eae6','2026-11-30',0,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE review (
no INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
gone INTEGER NOT NULL DEFAULT 0,
born INTEGER NOT NULL REFERENCES batch (batch),
touched INTEGER NOT NULL REFERENCES batch (batch),
ritual TEXT NOT NULL,
on_day TEXT,
period TEXT,
account TEXT REFERENCES account (id),
verdict TEXT,
reason TEXT,
idea TEXT,
notes TEXT,
author TEXT
) STRICT;
INSERT INTO review VALUES(1,'01a1f6ae-9900-71e3-8f61-f0978d3fbad6',0,36,36,'sweep','2026-11-20',NULL,NULL,NULL,NULL,NULL,NULL,'zp');
CREATE TABLE judged (
batch INTEGER NOT NULL,
no INTEGER NOT NULL,
day TEXT NOT NULL,
p_calc INTEGER NOT NULL,
flags TEXT,
PRIMARY KEY (batch, no, day)
) STRICT, WITHOUT ROWID;
INSERT INTO judged VALUES(11,1,'2026-11-20',2,'no_next_step no_cause');
INSERT INTO judged VALUES(12,1,'2026-11-20',8,'no_next_step');
INSERT INTO judged VALUES(13,1,'2026-11-20',10,'no_next_step');
INSERT INTO judged VALUES(14,1,'2026-11-20',12,'no_next_step');
INSERT INTO judged VALUES(15,1,'2026-11-20',16,'no_next_step');
INSERT INTO judged VALUES(16,1,'2026-11-20',21,'no_next_step');
INSERT INTO judged VALUES(19,1,'2026-11-20',11,'compelling_missing no_next_step');
INSERT INTO judged VALUES(20,2,'2026-11-20',2,'no_next_step no_cause');
INSERT INTO judged VALUES(28,1,'2026-11-20',15,'compelling_missing');
INSERT INTO judged VALUES(36,1,'2026-11-30',11,'compelling_missing no_opponent');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_visit','search_visit',0,'CREATE VIRTUAL TABLE search_visit USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_visit_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_visit_data VALUES(1,X'0207');
INSERT INTO search_visit_data VALUES(10,X'00000000ff00000101010100010101010101000001');
INSERT INTO search_visit_data VALUES(137438953473,X'0000003808306c697869616e67010201780101087765697869616e67010201780101057869616e67010106e7ab8be9a1b9010103e9a1b901040a040b040809');
CREATE TABLE IF NOT EXISTS 'search_visit_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_visit_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'search_visit_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_visit_docsize VALUES(1,X'07',1);
INSERT INTO search_visit_docsize VALUES(2,X'00',2);
CREATE TABLE IF NOT EXISTS 'search_visit_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_visit_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search_todo','search_todo',0,'CREATE VIRTUAL TABLE search_todo USING fts5 (
keys, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii''
)');
CREATE TABLE IF NOT EXISTS 'search_todo_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_todo_data VALUES(1,X'030c');
INSERT INTO search_todo_data VALUES(10,X'00000000ff0000010103040003010101010100000102010102020101010301010303000002');
INSERT INTO search_todo_data VALUES(137438953473,X'000000400a306a6979616e6770696e010202797001010370696e01010779616e6770696e01020170010103e59381010205af84e6a0b7010106e6a0b7e5938101040c05060a040608');
INSERT INTO search_todo_data VALUES(274877906945,X'00000014053063616c6c0201067765656b6c79020407');
INSERT INTO search_todo_data VALUES(412316860417,X'00000016053063616c6c020101067765656b6c7902010408');
INSERT INTO search_todo_data VALUES(9007474132647936,X'04000000000000010000000000000000000000020000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'search_todo_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_todo_idx VALUES(1,X'',2);
INSERT INTO search_todo_idx VALUES(2,X'',2);
INSERT INTO search_todo_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'search_todo_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO search_todo_docsize VALUES(1,X'08',1);
INSERT INTO search_todo_docsize VALUES(2,X'02',3);
INSERT INTO search_todo_docsize VALUES(3,X'02',3);
CREATE TABLE IF NOT EXISTS 'search_todo_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_todo_config VALUES('version',4);
CREATE TABLE called (
    noun TEXT NOT NULL,
    spelling TEXT NOT NULL,
    no INTEGER NOT NULL,
    PRIMARY KEY (noun, spelling, no)
) STRICT, WITHOUT ROWID;
CREATE TABLE guest (
person TEXT NOT NULL,
visit INTEGER NOT NULL,
PRIMARY KEY (person, visit)
) STRICT, WITHOUT ROWID;
INSERT INTO guest VALUES('01a1f6ae-9900-7456-bda5-61abb73f3e6c',1);
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
CREATE UNIQUE INDEX visit_external ON visit (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX todo_external ON todo (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX todo_series ON todo (series, occurrence) WHERE series IS NOT NULL;
CREATE INDEX visit_when ON visit ("when", status) WHERE gone = 0;
CREATE INDEX visit_open ON visit ("when") WHERE gone = 0 AND status IN ('planned', 'ready');
CREATE INDEX visit_account ON visit (account, "when");
CREATE INDEX visit_opportunity ON visit (opportunity, "when");
CREATE INDEX todo_due ON todo (
ifnull(due, '9999'), CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END, no,
wait_until, waiting_on
) WHERE gone = 0 AND state = 'open';
CREATE INDEX todo_priority ON todo (
CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END, ifnull(due, '9999'), no,
wait_until, waiting_on
) WHERE gone = 0 AND state = 'open';
CREATE INDEX todo_waiting ON todo (
ifnull(due, '9999'), CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END, no,
wait_until, waiting_on
) WHERE gone = 0 AND state = 'open' AND (waiting_on IS NOT NULL OR wait_until IS NOT NULL);
CREATE INDEX todo_done ON todo (ifnull(done_at, ''), no) WHERE gone = 0 AND state <> 'open';
CREATE INDEX todo_opportunity ON todo (opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX review_ritual ON review (ritual, on_day) WHERE gone = 0;
CREATE INDEX review_account ON review (account, on_day) WHERE gone = 0 AND account IS NOT NULL;
CREATE INDEX account_key ON account (ifnull(next_review_on, ''))
WHERE gone = 0 AND (key_since IS NOT NULL OR tier = 'a' OR relation_level = 'strategic');
CREATE INDEX step_day ON step (on_day) WHERE gone = 0;
CREATE INDEX account_cadence ON account (contact_due) WHERE gone = 0 AND contact_due IS NOT NULL;
CREATE INDEX visit_until ON visit (until, "when") WHERE gone = 0 AND until IS NOT NULL;
CREATE INDEX opp_category ON opp (category) WHERE gone = 0 AND status = 'open' AND category IS NOT NULL;
CREATE INDEX opp_compelling ON opp (compelling_on) WHERE gone = 0 AND status = 'open' AND compelling_on IS NOT NULL;
CREATE INDEX visit_plan ON visit (plan_month, no) WHERE gone = 0 AND plan_month IS NOT NULL;
CREATE UNIQUE INDEX visit_series ON visit (series, occurrence) WHERE series IS NOT NULL;
CREATE INDEX visit_instant ON visit (instant) WHERE instant IS NOT NULL;
CREATE INDEX todo_instant ON todo (instant) WHERE instant IS NOT NULL;
CREATE INDEX called_no ON called (noun, no);
CREATE TRIGGER visit_guests AFTER INSERT ON visit WHEN NEW.who IS NOT NULL BEGIN
INSERT OR IGNORE INTO guest (person, visit)
SELECT one.value, NEW.no FROM json_each('["' || replace(NEW.who, ',', '","') || '"]') AS one;
END;
CREATE TRIGGER visit_guests_changed AFTER UPDATE OF who ON visit BEGIN
DELETE FROM guest WHERE visit = NEW.no
AND person IN (SELECT one.value FROM json_each('["' || replace(ifnull(OLD.who, ''), ',', '","') || '"]') AS one);
INSERT OR IGNORE INTO guest (person, visit)
SELECT one.value, NEW.no FROM json_each('["' || replace(NEW.who, ',', '","') || '"]') AS one
WHERE NEW.who IS NOT NULL;
END;
CREATE INDEX batch_undo ON batch (undo_of) WHERE undo_of IS NOT NULL;
CREATE INDEX todo_account ON todo (account) WHERE account IS NOT NULL;
CREATE INDEX todo_person ON todo (person) WHERE person IS NOT NULL;
CREATE INDEX answer_source ON answer (source) WHERE source IS NOT NULL;
CREATE INDEX decision_person ON decision (person) WHERE person IS NOT NULL;
PRAGMA writable_schema=OFF;
PRAGMA application_id=1363428675;
PRAGMA user_version=6;
COMMIT;
