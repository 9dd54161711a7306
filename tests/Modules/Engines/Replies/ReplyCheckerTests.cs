using CsCheck;
using Suiying.Engines.Replies;

namespace Suiying.Tests.Engines.Replies;

public class ReplyCheckerTests
{
    [Theory]
    [InlineData("路灯坏了", "村口路灯坏了半个月。", "您好，8月3日电工已更换村口路灯灯泡，当晚已亮。感谢您的支持，祝您生活愉快！", "")]
    [InlineData("路灯坏了", "村口路灯坏了半个月。", "您好，您的诉求已收悉，我单位高度重视，祝您生活愉快！", "Template")]
    [InlineData("路灯坏了", "村口路灯坏了半个月。", "经查，村口路灯的电缆老化，我们将尽快更换。", "Undated")]
    [InlineData("路灯坏了", "村口路灯坏了半个月。", "经查，村口路灯的电缆老化，我们将于8月10日前更换。", "")]
    [InlineData("装充电桩", "想在楼下装充电桩。", "您的楼下不能装充电桩。", "Unexplained")]
    [InlineData("装充电桩", "想在楼下装充电桩。", "由于楼下是消防通道，不能装充电桩。", "")]
    [InlineData("装充电桩", "想在楼下装充电桩。", "楼下不能装充电桩，可向物业咨询集中充电点。", "")]
    [InlineData("补办社保卡", "社保卡丢了怎么补办？另外食堂饭菜变质谁来检查？", "社保卡可以带身份证到银行网点补办。", "Incomplete")]
    [InlineData("补办社保卡", "社保卡丢了怎么补办？", "我市举办龙舟比赛，营造节日氛围，欢迎广大群众踊跃观看。", "Irrelevant")]
    public void A_fault_is_found_and_a_good_reply_is_left_alone(string title, string body, string reply, string faults) =>
        Assert.Equal(faults, string.Join('|', ReplyChecker.Check(title, body, reply).Doubts.Select(d => d.Fault)));

    [Fact]
    public void The_evidence_is_what_was_asked_or_what_was_said()
    {
        var asked = ReplyChecker.Check("", "社保卡丢了怎么补办？另外食堂饭菜变质谁来检查？", "社保卡可以带身份证到银行网点补办。");
        Assert.Equal(["另外食堂饭菜变质谁来检查？"], Assert.Single(asked.Doubts).Evidence);
        var promised = ReplyChecker.Check("", "路灯坏了", "8月2日已到现场查看路灯，下一步更换。");
        Assert.Equal(["下一步更换。"], Assert.Single(promised.Doubts).Evidence);
    }

    [Fact]
    public void An_empty_reply_says_nothing() =>
        Assert.Equal(ReplyFault.Template, Assert.Single(ReplyChecker.Check("路灯", "坏了", "").Doubts).Fault);

    [Fact]
    public void Any_text_is_read_and_each_fault_is_told_once() =>
        Gen.Select(Gen.String, Gen.String, Gen.String[Gen.Char["\uD800\0，将不能？7日"]])
            .Sample(
                (body, reply, odd) =>
                {
                    var doubts = ReplyChecker.Check(odd, body + odd, reply + odd).Doubts;
                    Assert.Equal(doubts.Select(d => d.Fault).Distinct().Order(), doubts.Select(d => d.Fault));
                    Assert.All(doubts, d => Assert.NotEmpty(d.Evidence));
                },
                iter: 1_000
            );

    [Theory]
    [InlineData("将尽快，")]
    [InlineData("路灯怎么办？")]
    [InlineData("不能")]
    [InlineData("\uDC00")]
    public void Ten_megabytes_are_checked_in_one_pass(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 3_300_000 / repeated.Length));
        Assert.NotNull(ReplyChecker.Check(text, text, text));
    }
}
