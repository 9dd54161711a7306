using System.Security.Cryptography;
using System.Text;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text;

namespace Suiying.Channels.Features;

/// <summary>
/// 写信给领导: a letter to a post that the city names. It waits in the inbox as what comes in any other way, so that a person reads it first; somebody must
/// be reachable, as the number is told only once it is registered.
/// </summary>
public sealed class WriteLetter(
    ICityRegistry registry,
    InboxShelf shelf,
    InboxKeeper keeper,
    ISealedIdentities identities,
    TimeProvider time
)
{
    /// <summary>Working days within which somebody reads it. 示例</summary>
    public const int ReadDays = 1;

    public const int ShortestText = 5;

    /// <summary>With subject and post it still fits into one request.</summary>
    public const int LongestText = 3800;

    public const int LongestSubject = 60;

    public const int LongestName = 30;

    private const string Source = "本站领导信箱";

    public sealed record Command
    {
        /// <summary>The same for every press of one form, so that an impatient second press makes no second letter.</summary>
        public required Guid Form { get; init; }

        /// <summary>Code of the mailbox.</summary>
        public required string? To { get; init; }

        public string? Subject { get; init; }

        public string? Text { get; init; }

        /// <summary>Not asked of who has signed in.</summary>
        public string? Phone { get; init; }

        public string? Name { get; init; }

        public override string ToString() => "Command(sealed)";
    }

    public async Task<Outcome<LetterReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident))
            return new NotAllowed();
        var city = registry.Current.City;
        var signedIn = by.Id != Guid.Empty;
        var mailbox = city.Mailboxes.FirstOrDefault(m => m.Code == command.To);
        var (subject, text, name) = (PlainText.OneLine(command.Subject), PlainText.Of(command.Text), PlainText.OneLine(command.Name));
        var phone = signedIn ? null : Phones.NormalizeIn(city.PhoneCountry, command.Phone);
        var problems = new List<FieldProblem>();
        if (mailbox is null)
            problems.Add(new FieldProblem("to", "请选择写给谁。"));
        if (subject.Length is < 2 or > LongestSubject)
            problems.Add(new FieldProblem("subject", $"请用一句话写明是什么事，2 到 {LongestSubject} 个字。"));
        if (text.Length < ShortestText)
            problems.Add(new FieldProblem("text", $"信的内容至少要写 {ShortestText} 个字。"));
        if (text.Length > LongestText)
            problems.Add(new FieldProblem("text", $"信的内容最多 {LongestText} 个字，现在有 {text.Length} 个字。"));
        if (!signedIn && phone is null)
            problems.Add(new FieldProblem("phone", "请填写能接通的手机号，或带区号的固定电话，例如 13800000000。"));
        if (name.Length > LongestName)
            problems.Add(new FieldProblem("name", $"称呼最多 {LongestName} 个字。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var to = mailbox!.NameIn(CityProfile.LanguageOf(city.Culture));
        var notice = new MessageNotice
        {
            Id = $"{command.Form:N}-{Print($"{to}\n{by.Id}\n{phone}\n{subject}\n{text}")}",
            At = now,
            Phone = phone,
            Words = new MessageWords($"{subject}\n{text}", signedIn ? "" : name, "", "") { To = to },
        };
        var source = await shelf.Own(InboxKind.Mailbox, Source, now, ct);
        var kept = signedIn ? await shelf.Keep(source, notice, await Writer(by, ct), now, ct) : await keeper.Keep(source, notice, now, ct);
        return kept.Ok(out _, out var refusal) ? new LetterReceipt(now, mailbox.Code, signedIn) : refusal;
    }

    private async Task<(PersonId Id, string Shown)> Writer(Actor by, CancellationToken ct)
    {
        var person = new PersonId(by.Id);
        return (person, await identities.MaskedPhone(person, ct) ?? "");
    }

    /// <summary>Who goes back and changes a word writes another letter, and it must not be taken for the first.</summary>
    private static string Print(string letter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter)))[..32];
}
