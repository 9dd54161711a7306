using Suiying.Kernel;

namespace Suiying.Contracts.Channels;

/// <summary>来件照片: who may see the photo of a message that waits, or was decided not long ago.</summary>
public interface IMessagePhotos
{
    /// <summary>True where the message has this file and this person may read the message.</summary>
    Task<bool> MayRead(Guid message, string file, Actor by, CancellationToken ct);
}
