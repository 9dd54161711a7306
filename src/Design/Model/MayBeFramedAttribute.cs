namespace Suiying.Design;

/// <summary>嵌入: a page that others may show in a frame, since nobody is signed in on it and nothing is done there. All other pages stand alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayBeFramedAttribute : Attribute;
