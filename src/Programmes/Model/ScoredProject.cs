using Suiying.Contracts.Themes;

namespace Suiying.Programmes.Model;

/// <summary>项目与得分</summary>
/// <param name="Project">Which.</param>
/// <param name="Score">As it was signed, or as it stands today.</param>
/// <param name="Answers">What people answered.</param>
/// <param name="Effect">What became of its requests; null where nothing can be told yet.</param>
public sealed record ScoredProject(Project Project, ProjectScore Score, AnswerCounts Answers, CategoryEffect? Effect);
