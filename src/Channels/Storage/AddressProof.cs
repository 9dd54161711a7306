using Suiying.Channels.Model;
using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>Keeps an address that a person gives, and asks whether it is theirs: by a link that only who reads the mail can open.</summary>
public sealed class AddressProof(
    ChannelsDb db,
    ISealedIdentities identities,
    MailPost post,
    MessageLinks links,
    MessageWriting writing,
    TimeProvider time
)
{
    public bool Ready => post.Ready && links.Known;

    /// <summary>Stores wishes with their address. True where a link was sent to it, as to each that is wanted and not confirmed.</summary>
    /// <param name="wishes">As they were just chosen; tracked.</param>
    /// <param name="known">The address that is sealed; empty where there is none.</param>
    /// <param name="email">The one that is to be sealed; empty takes it out.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Outcome<bool>> Keep(MessageWishes wishes, string known, string email, CancellationToken ct)
    {
        var (person, now) = (new PersonId(wishes.PersonId), time.GetUtcNow());
        if (email != known)
            wishes.NewAddress();
        var ask = email.Length > 0 && wishes is { Email: true, EmailConfirmedAt: null };
        if (ask && !wishes.MayAsk(now))
            return new LinkJustSent();
        if (ask)
            wishes.Asked(now);
        // First nothing goes to the old address as if it were the new one, then the new one is sealed.
        await db.SaveChangesAsync(ct);
        if (email != known)
            await identities.SetEmail(person, email, ct);
        return !ask ? false
            : await Ask(person, email, wishes.Language, ct) ? true
            : new LinkNotSent();
    }

    /// <summary>False where the mail could not be handed over.</summary>
    private async Task<bool> Ask(PersonId person, string email, string? language, CancellationToken ct)
    {
        var written = writing.Confirm(links.ConfirmPage(person, email), language);
        try
        {
            await post.Send(Guid.CreateVersion7(time.GetUtcNow()), email, written, new Dictionary<string, string>(), ct);
            return true;
        }
        catch (MessageNotSentException)
        {
            return false;
        }
    }
}
