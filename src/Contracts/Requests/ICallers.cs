namespace Suiying.Contracts.Requests;

/// <summary>反映人: whether somebody called about a kind of matter. Nothing else of them is told.</summary>
public interface ICallers
{
    /// <summary>True where the person handed in a request of the category or below it, in the area or below it.</summary>
    /// <param name="person">Leads to the sealed identity.</param>
    /// <param name="category">Code.</param>
    /// <param name="area">Code.</param>
    /// <param name="ct">Gives up.</param>
    Task<bool> Called(Guid person, string category, string area, CancellationToken ct);
}
