using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>What one person is sent, and where to.</summary>
/// <param name="Id">The same at every repetition.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Identity">Opened for this one sending.</param>
/// <param name="Written">The words.</param>
public sealed record Parcel(Guid Id, PersonId Person, Identity Identity, WrittenMessage Written)
{
    /// <summary>Says nothing, so that no log line carries an address.</summary>
    public override string ToString() => "Parcel(sealed)";
}

/// <summary>One way out.</summary>
public interface ICarrier
{
    MessageChannel Channel { get; }

    /// <summary>False where it is not set up: then nothing is kept for it.</summary>
    bool Ready { get; }

    /// <summary>False where this person cannot be reached by it.</summary>
    /// <exception cref="MessageNotSentException">It could not be handed over.</exception>
    Task<bool> Send(Parcel parcel, CancellationToken ct);
}

/// <summary>All ways out, in the order in which people read of them.</summary>
public sealed class Carriers(IEnumerable<ICarrier> all)
{
    public IReadOnlyList<ICarrier> All { get; } = [.. all.OrderBy(c => c.Channel)];

    public IReadOnlyList<MessageChannel> Ready => [.. All.Where(c => c.Ready).Select(c => c.Channel)];

    public ICarrier? Of(MessageChannel channel) => All.FirstOrDefault(c => c.Channel == channel && c.Ready);
}

/// <summary>短信: by whatever sends text messages here.</summary>
internal sealed class SmsCarrier(IMessageSender sender) : ICarrier
{
    public MessageChannel Channel => MessageChannel.Sms;

    public bool Ready => sender.Ready;

    public async Task<bool> Send(Parcel parcel, CancellationToken ct)
    {
        if (parcel.Identity.Phone.Length == 0)
            return false;
        await sender.Send(new OutgoingMessage(parcel.Identity.Phone, parcel.Written.Text) { Id = parcel.Id }, ct);
        return true;
    }
}
