using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Features;

/// <summary>订阅: which periodicals a member of staff is sent, and to which address. It is confirmed before anything goes to it, and sealed like a resident's.</summary>
public sealed class SaveSubscriptions(
    ChannelsDb db,
    ISealedIdentities identities,
    AddressProof proof,
    IEnumerable<Periodical> all,
    TimeProvider time
)
{
    public sealed record Command
    {
        /// <summary>Keys of periodicals; none ends every subscription.</summary>
        public IReadOnlyList<string> Periodicals { get; init; } = [];

        /// <summary>Empty takes the address out.</summary>
        public string Email { get; init; } = "";

        public override string ToString() => "SaveSubscriptions(sealed)";
    }

    /// <param name="Asked">True where a link was sent to a new address.</param>
    public sealed record Saved(bool Asked);

    /// <param name="Offered">What this member of staff may read.</param>
    /// <param name="Chosen">Keys of those that are sent.</param>
    /// <param name="Email">The address that is sealed; empty where there is none.</param>
    /// <param name="Confirmed">It was shown to be theirs.</param>
    /// <param name="Ready">Mail is set up in this city.</param>
    public sealed record View(IReadOnlyList<Periodical> Offered, IReadOnlySet<string> Chosen, string Email, bool Confirmed, bool Ready)
    {
        public override string ToString() => "View(sealed)";
    }

    public async Task<Outcome<View>> Look(Actor by, CancellationToken ct)
    {
        if (Offered(by) is not { Count: > 0 } offered)
            return new NotAllowed();
        var chosen = await Own(by).Select(s => s.Periodical).ToListAsync(ct);
        var wishes = await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == by.Id, ct);
        return new View(offered, chosen.ToHashSet(), await Known(by, ct), wishes?.EmailConfirmedAt is not null, proof.Ready);
    }

    public async Task<Outcome<Saved>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (Offered(by) is not { Count: > 0 } offered)
            return new NotAllowed();
        var (email, chosen) = (command.Email.Trim(), command.Periodicals.ToHashSet());
        if (Problems(email, chosen, offered).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        // Under the id of the account stands nothing but the address.
        var person = new PersonId(by.Id);
        if (!await identities.Knows(person, ct))
            await identities.Seal(person, new Identity(), ct);
        var wishes = await db.Wishes.FirstOrDefaultAsync(w => w.PersonId == by.Id, ct);
        if (wishes is null)
            db.Wishes.Add(wishes = MessageWishes.ForStaff(by.Id));
        wishes.WantMail(chosen.Count > 0);
        var own = await Own(by).ToListAsync(ct);
        db.Subscriptions.RemoveRange(own.Where(s => !chosen.Contains(s.Periodical)));
        foreach (var key in chosen.Except(own.Select(s => s.Periodical)))
            db.Subscriptions.Add(
                new Subscription
                {
                    StaffId = by.Id,
                    Periodical = key,
                    Since = time.GetUtcNow(),
                }
            );
        return (await proof.Keep(wishes, await Known(by, ct), email, ct)).Ok(out var asked, out var refusal) ? new Saved(asked) : refusal;
    }

    private IEnumerable<FieldProblem> Problems(string email, HashSet<string> chosen, List<Periodical> offered)
    {
        if (chosen.Except(offered.Select(p => p.Key)).Any())
            yield return new FieldProblem("periodicals", "有的订阅您看不到，或已经没有了，请刷新页面再选。");
        if (MailAddresses.Problem(email) is { } wrong)
            yield return wrong;
        if (chosen.Count > 0 && email.Length == 0)
            yield return new FieldProblem("email", "要订阅，请填邮箱；不要了，请取消勾选。");
        if (chosen.Count > 0 && !proof.Ready)
            yield return new FieldProblem("periodicals", "本市还没有开通邮件，请联系系统管理员。");
    }

    private List<Periodical> Offered(Actor by) => by.Id == Guid.Empty ? [] : [.. all.Where(p => by.IsAny([.. p.Readers]))];

    private IQueryable<Subscription> Own(Actor by) => db.Subscriptions.Where(s => s.StaffId == by.Id);

    private async Task<string> Known(Actor by, CancellationToken ct) =>
        (await identities.Open(new PersonId(by.Id), OpeningPurpose.OwnData, "本人", by, ct))?.Email ?? "";
}
