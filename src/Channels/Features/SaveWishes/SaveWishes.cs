using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>通知设置: by which channels, in which language, when and how often a person is told. A new address is confirmed before anything goes to it.</summary>
public sealed class SaveWishes(ChannelsDb db, ISealedIdentities identities, AddressProof proof)
{
    public sealed record Command
    {
        public required ChosenChannels Channels { get; init; }

        /// <summary>Empty takes the address out.</summary>
        public string Email { get; init; } = "";

        /// <summary>zh or en; null is the city's.</summary>
        public string? Language { get; init; }

        /// <summary>Null is the city's.</summary>
        public QuietHours? Quiet { get; init; }

        public DigestRhythm Digest { get; init; }

        public override string ToString() => "SaveWishes(sealed)";
    }

    /// <param name="Asked">True where a link was sent to a new address.</param>
    public sealed record Saved(bool Asked);

    /// <param name="Wishes">As they hold now.</param>
    /// <param name="Email">The address that is sealed; empty where there is none.</param>
    public sealed record View(MessageWishes Wishes, string Email)
    {
        public override string ToString() => "View(sealed)";
    }

    public async Task<Outcome<View>> Look(Actor by, CancellationToken ct)
    {
        if (!IsPerson(by))
            return new NotAllowed();
        var identity = await identities.Open(new PersonId(by.Id), OpeningPurpose.OwnData, "本人", by, ct);
        return new View(await Wishes(by, ct) ?? new MessageWishes(by.Id), identity?.Email ?? "");
    }

    public async Task<Outcome<Saved>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!IsPerson(by))
            return new NotAllowed();
        var email = command.Email.Trim();
        if (Problems(command, email).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        if (await identities.Open(new PersonId(by.Id), OpeningPurpose.OwnData, "本人", by, ct) is not { } known)
            return new NotFound("系统中没有您的个人信息。");
        var wishes = await Wishes(by, ct);
        if (wishes is null)
            db.Wishes.Add(wishes = new MessageWishes(by.Id));
        wishes.Choose(command.Channels, command.Language, command.Quiet, command.Digest);
        return (await proof.Keep(wishes, known.Email, email, ct)).Ok(out var asked, out var refusal) ? new Saved(asked) : refusal;
    }

    private IEnumerable<FieldProblem> Problems(Command command, string email)
    {
        if (command.Language is not (null or "zh" or "en"))
            yield return new FieldProblem("language", "请选择中文或英文。");
        if (MailAddresses.Problem(email) is { } wrong)
            yield return wrong;
        if (command.Channels.Email && email.Length == 0)
            yield return new FieldProblem("email", "选了邮件，请填邮箱；不要邮件，请取消勾选。");
        if (command.Channels.Email && !proof.Ready)
            yield return new FieldProblem("channels", "本市还没有开通邮件，请选别的。");
    }

    private Task<MessageWishes?> Wishes(Actor by, CancellationToken ct) => db.Wishes.FirstOrDefaultAsync(w => w.PersonId == by.Id, ct);

    private static bool IsPerson(Actor by) => by.Is(Role.Resident) && by.Id != Guid.Empty;
}
