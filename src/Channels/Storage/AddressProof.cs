using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>Asks whether an address is the person's: by a link that only who reads the mail can open.</summary>
public sealed class AddressProof(MailPost post, MessageLinks links, MessageWriting writing, TimeProvider time)
{
    public bool Ready => post.Ready && links.Known;

    /// <summary>False where the mail could not be handed over.</summary>
    public async Task<bool> Ask(PersonId person, string email, string? language, CancellationToken ct)
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
