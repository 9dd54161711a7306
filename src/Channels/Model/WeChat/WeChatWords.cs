using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Design;

namespace Suiying.Channels.Model.WeChat;

/// <summary>公众号回复: what the account answers at once, in the city's language. Nothing of a matter but its number and state is said there.</summary>
public sealed class WeChatWords(ICityRegistry registry, SiteAddress site)
{
    private const int Most = 5;

    private CitySnapshot City => registry.Current;

    /// <param name="photos">True where photos can be sent to the account itself.</param>
    public string Welcome(bool photos) =>
        Say("您好，这里是{0}{1}。请写明在哪里、什么事，坐席看过后登记办理；回复“进度”看办到哪一步。", City.City.Name, City.City.Hotline)
        + (photos ? Say("照片可以直接发来。") : Page("/submit", "要发照片、选位置，请打开：{0}"))
        + Urgent;

    public string Taken(bool photos) =>
        Say("已收到，坐席看过后登记办理。要补充，请接着写。")
        + (photos ? Say("有照片也可以发来。") : Page("/submit", "要发照片，请打开：{0}"))
        + Urgent;

    public string PhotoTaken => Say("照片已收到，坐席看过后登记办理。请接着写明在哪里、什么事。") + Urgent;

    /// <summary>It could not be fetched in time, or is no photo.</summary>
    public string PhotoNotTaken =>
        Say("这张照片没有收到。请再发一次，或用文字写明在哪里、什么事。") + Page("/submit", "也可以在这里提交：{0}");

    /// <summary>These stay with the platform; nothing of them came here.</summary>
    public string NotTaken(bool photos) =>
        (photos ? Say("这里收文字、位置和照片，录音和视频没有收到。") : Say("这里只收文字和位置，照片、录音和视频没有收到。"))
        + Page("/submit", "请在这里提交：{0}");

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

    private string Say(string words, params object[] values) => Spoken.In(City.City.Writes, () => Translations.Of(words, values));
}
