using Suiying.Channels.Model.Inbox;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>What of a mail was written now, as the mail programs of the country quote and sign.</summary>
public sealed class MailTextTests
{
    [Theory]
    [InlineData("路灯坏了。\n\n-- \n某某单位\n电话略", "路灯坏了。")]
    [InlineData("收到，谢谢。\n\n------------------ 原始邮件 ------------------\n发件人: \"热线\"\n内容", "收到，谢谢。")]
    [InlineData("还没有修。\n\n在 2026-03-01 10:00:00，\"热线\" <12345@city.example> 写道：\n\n> 您反映的事", "还没有修。")]
    [InlineData("还没有修。\n\n热线 <12345@city.example> 于2026年3月1日周日 10:00写道：\n\n> 您反映的事\n", "还没有修。")]
    [InlineData("Not yet.\n\nOn Sun, Mar 1, 2026 at 10:00 AM Hotline <12345@city.example>\nwrote:\n\n> Your matter", "Not yet.")]
    [InlineData("见下。\n\n发件人: 热线\n发送时间: 2026年3月1日 10:00\n收件人: 某人\n主题: 进展\n\n正文", "见下。")]
    [InlineData("> 第二盏还是第三盏？\n第三盏。", "第三盏。")]
    [InlineData("> 全是引用", "> 全是引用")]
    [InlineData("信里写道：\n门口的路灯坏了。", "信里写道：\n门口的路灯坏了。")]
    [InlineData("a\r\n\r\n\r\n\r\n  b\u00a0c\u0000\u200b", "a\n\nb c")]
    [InlineData("", "")]
    public void History_and_signature_are_left_out_and_never_everything(string mail, string own) => Assert.Equal(own, MailText.Own(mail));

    [Theory]
    [InlineData("<p>一</p><p>二</p>", "一\n\n二")]
    [InlineData("<head><title>题</title><style>a{}</style><body>正文&amp;<script>x()</script>完", "正文&完")]
    [InlineData("<table><tr><td>左</td><td>右</td></tr></table>", "左\n\n右")]
    [InlineData("a < b 且 <b>粗</b>", "a < b 且 粗")]
    public void Html_becomes_lines_of_text(string html, string text) => Assert.Equal(text, MailText.Own(MailText.FromHtml(html)));
}
