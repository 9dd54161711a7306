using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>A stored row that follows from the journal alone, so that it can be made again at any time.</summary>
internal interface IFoldedRow<TSelf>
{
    RequestId RequestId { get; }

    /// <summary>The month of scores in which it counts.</summary>
    DateOnly Month { get; }

    /// <summary>Which row it is.</summary>
    (RequestId, int, DateOnly) Key { get; }

    /// <summary>True where both say the same in every member.</summary>
    bool Agrees(TSelf other);

    /// <summary>As it is now.</summary>
    TSelf Copy();

    /// <summary>Becomes what the journal says.</summary>
    void Take(TSelf other);
}
