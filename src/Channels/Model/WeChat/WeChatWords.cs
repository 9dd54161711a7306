using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model.WeChat;

/// <summary>公众号回复: what the account answers at once, in the city's language. Nothing of a matter but its number and state is said there.</summary>
public sealed class WeChatWords(ICityRegistry registry, SiteAddress site)
{
    private const int Most = 5;

    private CitySnapshot City => registry.Current;

    public string Welcome =>
        Say("您好，这里是{0}{1}。请写明在哪里、什么事，坐席看过后登记办理；回复“进度”看办到哪一步。", City.City.Name, City.City.Hotline)
        + Page("/submit", "要发照片、选位置，请打开：{0}")
        + Urgent;

    public string Taken => Say("已收到，坐席看过后登记办理。要补充，请接着写。") + Page("/submit", "要发照片，请打开：{0}") + Urgent;

    /// <summary>Pictures, recordings and videos stay with the platform; nothing of them came here.</summary>
    public string NotTaken => Say("这里只收文字和位置，照片、录音和视频没有收到。") + Page("/submit", "请在这里提交：{0}");

    public string TooShort => Say("请写明在哪里、什么事。");

    public string Bound(string masked) =>
        Say("已绑定手机号 {0}：以后在这里写的和您别的诉求归在一起，进展也发到这里。不是您的号码，请回复“解绑”。", masked);

    public string CodeWrong =>
        Say("绑定码不对或已过期，没有绑定。请登录后在通知设置里重新取一个。") + Page("/my/messages", "通知设置：{0}");

    public string Unbound => Say("已解绑，进展不再发到这里。");

    public string Progress(IReadOnlyList<PersonMatter> matters) =>
        matters.Count == 0
            ? Say("这个微信名下还没有登记的诉求。刚写来的，坐席还没有看完；用手机号反映过的，请先在通知设置里绑定。")
                + Page("/my/messages", "通知设置：{0}")
            : string.Concat(matters.Take(Most).Select(m => $"{m.Number} {m.State}\n")) + Page("/my/requests", "详情：{0}").Trim();

    private string Urgent => "\n" + Say("紧急情况请直接拨打 {0}。", City.EmergencyCalls);

    private string Page(string path, string words) => site.Of(path) is { } address ? "\n" + Say(words, address) : "";

    private string Say(string words, params object[] values) =>
        Spoken.In(CityProfile.LanguageOf(City.City.Culture) == "en" ? "en" : "zh", () => Translations.Of(words, values));
}
