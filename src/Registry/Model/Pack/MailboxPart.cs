using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>mailboxes</c> of city.json: 领导信箱, the posts to which residents may write.</summary>
internal static class MailboxPart
{
    public const string Member = "mailboxes";

    private static readonly string[] Languages = ["zh", "en"];

    public static IReadOnlyList<LeaderMailbox> Read(JsonPart city)
    {
        if (!city.Element.TryGetProperty(Member, out _))
            return [];
        var all = new List<LeaderMailbox>();
        foreach (var part in city.Objects(Member))
        {
            var mailbox = new LeaderMailbox(part.Text("code"), part.Dictionary("names"));
            if (
                mailbox.Code.Length > LeaderMailbox.LongestCode
                || !mailbox.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            )
                part.Report("code", $"“{mailbox.Code}”不能用作信箱的代码。", "至多 20 个小写字母、数字和 -，如 mayor");
            if (all.Exists(m => m.Code == mailbox.Code))
                part.Report("code", $"信箱 {mailbox.Code} 出现了两次。");
            foreach (var language in Languages.Where(l => !mailbox.Names.ContainsKey(l)))
                part.Report($"names.{language}", $"缺少信箱 {mailbox.Code} 的名称。", "中文和英文各写一个，只写职务");
            foreach (var (language, _) in mailbox.Names.Where(n => n.Value.Length > LeaderMailbox.LongestName))
                part.Report($"names.{language}", $"信箱 {mailbox.Code} 的名称太长。", $"至多 {LeaderMailbox.LongestName} 个字");
            all.Add(mailbox);
        }
        if (all.Count > LeaderMailbox.Most)
            city.Report(Member, $"领导信箱最多 {LeaderMailbox.Most} 个：更多的就不知道该写给谁。");
        return all;
    }

    public static void Write(Utf8JsonWriter json, LeaderMailbox mailbox)
    {
        json.WriteString("code", mailbox.Code);
        json.WriteStartObject("names");
        foreach (var (language, name) in mailbox.Names)
            json.WriteString(language, name);
        json.WriteEndObject();
    }
}
