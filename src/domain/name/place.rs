//! The place that a Chinese firm's name begins with: 重庆骏沃 is called 骏沃.

/// Provinces and cities by which firms are named, without 省 and 市.
const PLACES: &str = "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 \
    广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国 \
    石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 \
    呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 \
    长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 \
    南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 宜兴 \
    杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 海宁 桐乡 \
    合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 \
    福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 \
    济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 \
    郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 \
    武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 \
    永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 \
    揭阳 云浮 顺德 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 \
    成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 \
    毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 \
    兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 \
    乌鲁木齐 克拉玛依 吐鲁番 哈密 台北 高雄";

/// The name without the places that it begins with; nothing where it begins with none, or is one.
pub fn without_place(name: &str) -> Option<&str> {
    let rest = PLACES.split_whitespace().find_map(|place| name.strip_prefix(place))?;
    let rest = rest.strip_prefix(['省', '市', '县', '区']).unwrap_or(rest);
    let rest = without_place(rest).unwrap_or(rest);
    (rest.chars().count() > 1).then_some(rest)
}

/// Whether a text is the name of a place and nothing else.
pub fn is_place(text: &str) -> bool {
    let bare = text.strip_suffix(['省', '市']).unwrap_or(text);
    !bare.is_empty() && PLACES.split_whitespace().any(|place| place == bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_is_called_without_its_place() {
        for (name, called) in [
            ("重庆骏沃汽车有限公司", Some("骏沃汽车有限公司")),
            ("台州市利达", Some("利达")),
            ("四川省成都市华兴", Some("华兴")),
            ("骏沃汽车", None),
            ("重庆", None),
            ("重庆市", None),
            ("上海人", None),
            ("Acme", None),
        ] {
            assert_eq!(without_place(name), called, "{name}");
        }
        assert!(
            is_place("重庆")
                && is_place("台州市")
                && !is_place("重庆骏沃")
                && !is_place("市")
                && !is_place("")
        );
    }
}
