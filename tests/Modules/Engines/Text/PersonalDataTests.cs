using Suiying.Engines.Text.Personal;

namespace Suiying.Tests.Engines.Text;

/// <summary>Personal data in made-up sentences: [..] marks what must be found, and nothing else may be.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("我的电话是[13800001234]，晚上打。")]
    [InlineData("联系[138 0000 1234]或者[139-0000-5678]都行")]
    [InlineData("手机[１３８００００１２３４]打不通")]
    [InlineData("打[138OOOO1234]也行")]
    [InlineData("电话[一三八零零零零一二三四]，谢谢")]
    [InlineData("加微信或打[+86 138 0000 1234]")]
    [InlineData("家里座机[0312-5000123]没人接")]
    [InlineData("我家电话是[5000123]，白天有人")]
    [InlineData("家里的固话[(0312)5000123]")]
    [InlineData("打了12345和95598都没用")]
    [InlineData("供水公司服务热线0312-5000123一直占线")]
    [InlineData("我的户号是13012345678，请查")]
    [InlineData("工单编号1306062611282020014还没有人管")]
    [InlineData("他的号码138****1234被隐藏")]
    [InlineData("2026年3月12日13:05停水，到14:20恢复")]
    public void Telephone_numbers(string marked) => Same(marked, PersonalDataKind.Phone);

    [Theory]
    [InlineData("身份证[130606199003079406]办不了")]
    [InlineData("证号[130606 19900307 949X]")]
    [InlineData("身份证号130606199003079407不对")]
    public void Identity_numbers(string marked) => Same(marked, PersonalDataKind.Identity);

    [Theory]
    [InlineData("退款打到[6222020000000000000]这张卡")]
    [InlineData("快递单号6222020000000000000查不到")]
    public void Bank_cards(string marked) => Same(marked, PersonalDataKind.Card);

    [Theory]
    [InlineData("黑色轿车[冀F12A45]堵着门")]
    [InlineData("[翼F·12A45]天天停在消防通道")]
    [InlineData("[冀FD12345]充电桩占位")]
    [InlineData("车是[冀 F 8K321]")]
    [InlineData("冀F的车很多，冀ICP备12345678号")]
    public void Licence_plates(string marked) => Same(marked, PersonalDataKind.Plate);

    [Theory]
    [InlineData("微信号[li_ming88]，加我", PersonalDataKind.WeChat)]
    [InlineData("加我VX:[abc12345]", PersonalDataKind.WeChat)]
    [InlineData("关注公众号baoding12345看看", PersonalDataKind.WeChat)]
    [InlineData("我的QQ是[123456789]", PersonalDataKind.Qq)]
    [InlineData("业主QQ群123456789里都在说", PersonalDataKind.Qq)]
    [InlineData("发到[li.ming@example.com]", PersonalDataKind.Email)]
    [InlineData("邮箱[123456@qq.com]收不到", PersonalDataKind.Email)]
    public void Accounts(string marked, PersonalDataKind kind) => Same(marked, kind);

    [Theory]
    [InlineData("我叫[王建国]，今天反映停水")]
    [InlineData("联系人：[刘晓敏]，电话在后面")]
    [InlineData("[李秀英]说楼道灯坏了")]
    [InlineData("经办人[张 伟]一直不回电话")]
    [InlineData("[欧阳志强]是我们楼长")]
    [InlineData("物业[王女士]态度很差，[刘师傅]来过一次")]
    [InlineData("[陈主任]让我找[老李]和[小张]")]
    [InlineData("我姓[赵]，住在这里")]
    [InlineData("[赵某某]把车停在门口")]
    [InlineData("[李大娘]腿脚不好")]
    [InlineData("某先生打电话来，该女士说不清")]
    [InlineData("高峰时段马路上车多，安全没有保障，方便的话请解决")]
    [InlineData("张家口路和石家庄街交叉口的路灯不亮")]
    [InlineData("工程明显没有完成，及时处理，多少钱都行")]
    [InlineData("王老五烧烤店油烟很大，李宁专卖店噪音大")]
    public void Names_of_people(string marked) => Same(marked, PersonalDataKind.Name);

    [Theory]
    [InlineData("我住在莲池区[秀兰花园3号楼2单元501]")]
    [InlineData("家住[锦绣家园小区12栋]，没有暖气")]
    [InlineData("地址：竞秀区[阳光路88号翠园小区5号楼1单元302室]")]
    [InlineData("就是[3-2-501]漏水")]
    [InlineData("[2单元501]漏水到楼下")]
    [InlineData("3号楼电梯坏了")]
    [InlineData("我家在[西大街胡同12号]")]
    [InlineData("村里[三排东数第二家]没通水")]
    [InlineData("在和平小区门口，路灯不亮")]
    [InlineData("裕华路23号某某饭店油烟大")]
    [InlineData("4号线和23路公交车站，12号下午停电")]
    public void Home_addresses(string marked) => Same(marked, PersonalDataKind.Address);

    [Fact]
    public void Redacted_text_names_the_kinds_and_holds_none_of_them() =>
        Assert.Equal("我叫〔姓名〕，电话〔电话〕。", Redaction.Of("我叫王建国，电话13800001234。"));

    [Theory]
    [InlineData("")]
    [InlineData("\ud83d\ude00路灯坏了\ud83d")]
    [InlineData("((((((((((0312)))))))))1")]
    public void Odd_text_is_read_without_harm(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    private static void Same(string marked, PersonalDataKind kind)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var wanted = marked.Split('[').Skip(1).Select(p => p.Split(']')[0]);
        var found = PersonalDataFinder.Find(text).Where(f => f.Kind == kind).Select(f => f.In(text));
        Assert.Equal(wanted, found);
    }
}
