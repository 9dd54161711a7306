using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Instructed",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "SupervisedAs",
                table: "requests_requests",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "SupervisedUpTo",
                table: "requests_requests",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "SupervisionDueAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "requests_supervisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SentBack = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_supervisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_supervisions_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_instructed",
                table: "requests_requests",
                column: "Serial",
                filter: "\"Instructed\""
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_SupervisedAs_Serial",
                table: "requests_requests",
                columns: new[] { "SupervisedAs", "Serial" },
                filter: "\"SupervisedAs\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_supervisions_RequestId", table: "requests_supervisions", column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_supervisions");

            migrationBuilder.DropIndex(name: "IX_requests_requests_instructed", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_SupervisedAs_Serial", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Instructed", table: "requests_requests");

            migrationBuilder.DropColumn(name: "SupervisedAs", table: "requests_requests");

            migrationBuilder.DropColumn(name: "SupervisedUpTo", table: "requests_requests");

            migrationBuilder.DropColumn(name: "SupervisionDueAt", table: "requests_requests");
        }
    }
}
