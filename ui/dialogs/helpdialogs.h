// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pathgan {

// Pages of the Help menu. Each opens at once and blocks nothing.

void showShortcuts(QWidget *parent);
/// Where TCGA matrices, Recon3D, gene sets and networks are to be had, and under which terms.
void showDataSources(QWidget *parent);
/// Version, licence, libraries with their versions and licences.
void showAbout(QWidget *parent);

} // namespace pathgan
