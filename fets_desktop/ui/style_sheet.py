"""The one style sheet: `$role` stands for a colour of the theme, `[look=...]` for a widget's part in the window."""

STYLE_SHEET = """
QMainWindow, QDialog { background: $window; }
QWidget { color: $text; font-size: 13px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QBalloonTip, QBalloonTip QLabel { background: $raised; color: $text; }

QFrame[look="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[look="header"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[look="side"] { background: $panel; border: none; border-right: 1px solid $line; }
QFrame[look="side"][mood="right"] { border-right: none; border-left: 1px solid $line; }
QFrame[look="notice"] { background: $accent_soft; border: none; border-bottom: 1px solid $line; }
QFrame[look="bar"] { background: $rail; border: none; border-top: 1px solid $line; }
QFrame[look="card"] { background: $panel; border: 1px solid $border; border-radius: 8px; }
QFrame[look="card"][mood="warn"] { border-color: $warn; }
QFrame[look="card"][mood="bad"] { border-color: $bad; }
QFrame[look="card"][mood="accent"] { border-color: $accent; background: $accent_soft; }
QFrame[look="drop"] { background: $panel; border: 1px dashed $faint; border-radius: 10px; }
QFrame[look="drop"][mood="accent"] { border-color: $accent; background: $accent_soft; }
QFrame[look="cover"] { background: $window; border: none; }
QFrame[look="popup"] { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame[look="picture"] { background: $pane; border: 1px solid $border; border-radius: 6px; }
QFrame[look="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[look="brand"] { font-size: 17px; font-weight: 600; }
QLabel[look="brand2"] { font-size: 17px; color: $muted; }
QLabel[look="title"] { font-size: 18px; font-weight: 600; }
QLabel[look="subtitle"] { font-size: 13px; color: $muted; }
QLabel[look="heading"] { font-size: 14px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 12px; }
QLabel[look="figure"] { font-size: 17px; font-weight: 600; }
QLabel[look="good"] { color: $good; }
QLabel[look="warn"] { color: $warn; }
QLabel[look="bad"] { color: $bad; }
QLabel[look="chip"] { border-radius: 10px; padding: 2px 9px; font-size: 12px; font-weight: 500;
    color: $muted; background: $line; }
QLabel[look="chip"][mood="good"] { color: $good; background: $good_soft; }
QLabel[look="chip"][mood="warn"] { color: $warn; background: $warn_soft; }
QLabel[look="chip"][mood="bad"] { color: $bad; background: $bad_soft; }
QLabel[look="chip"][mood="accent"] { color: $accent; background: $accent_soft; }

QPushButton { background: $raised; border: 1px solid $border; border-radius: 6px; padding: 6px 13px;
    font-weight: 500; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $closed; background: transparent; border-color: $line; }
QPushButton[look="primary"] { background: $accent_fill; border-color: $accent_fill; color: $on_accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border-color: $text; }
QPushButton[look="primary"]:disabled { background: $line; border-color: $line; color: $closed; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px;
    font-weight: 500; }
QPushButton[look="link"]:hover { color: $text; }
QPushButton[look="link"]:focus { border-color: $accent; }
QPushButton[look="segment"] { background: $field; border: 1px solid $border; border-radius: 0; padding: 4px 0;
    margin-left: -1px; min-height: 16px; color: $muted; font-size: 12px; }
QPushButton[look="segment"]:hover { color: $text; background: $hover; }
QPushButton[look="segment"]:checked { background: $accent_soft; color: $accent; border-color: $accent;
    font-weight: 600; }
QPushButton[look="segment"]:focus { border-color: $accent; }
QPushButton[look="segment"]:checked:focus { border-color: $text; }
QPushButton[look="segment"]:disabled { background: transparent; border-color: $line; color: $closed; }
QPushButton[look="segment"]:checked:disabled { background: $line; }
QPushButton[look="segment"][edge="first"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px;
    margin-left: 0; }
QPushButton[look="segment"][edge="last"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $field; border: 1px solid $border; border-radius: 6px;
    padding: 4px 8px; min-height: 22px; selection-background-color: $accent_fill; selection-color: $on_accent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $closed; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$chevron_down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 18px; }
QPlainTextEdit, QTextEdit { background: $field; border: 1px solid $border; border-radius: 6px; padding: 4px; }
QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QTextBrowser { background: $panel; border: 1px solid $border; border-radius: 8px; padding: 18px 24px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
    width: 20px; border: none; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
    width: 20px; border: none; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$chevron_up"); width: 11px; height: 11px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$chevron_down"); width: 11px; height: 11px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QTableView::indicator { width: 15px; height: 15px; border: 1px solid $faint; border-radius: 4px;
    background: $field; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent_fill; border-color: $accent_fill;
    image: url("$check"); }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator:focus { border-color: $accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 8px; background: $field; }
QRadioButton::indicator:checked { border: 4px solid $accent_fill; background: $on_accent; width: 8px; height: 8px; }
QRadioButton:focus { color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $closed; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $line; }

QProgressBar { background: $border; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSlider::groove:horizontal { background: $border; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }

QTableView, QListView, QListWidget { background: $panel; border: none; outline: none; gridline-color: transparent;
    selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $panel; }
QTableView { border: 1px solid transparent; border-radius: 5px; }
QTableView[frame="on"] { border-color: $accent; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 8px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus { border: none; border-bottom: 1px solid $line; }
QListView::item, QListWidget::item { padding: 7px 10px; border-radius: 6px; }
QListView[look="history"] { background: $field; border: 1px solid $border; border-radius: 6px; padding: 2px; }
QListView[look="history"]:focus { border-color: $accent; }
QListView[look="history"]::item { padding: 4px 8px; border-radius: 4px; font-size: 12px; }
QListView::item:hover, QListWidget::item:hover { background: $hover; }
QListView::item:selected, QListWidget::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 8px 11px; font-size: 12px; font-weight: 600; }
QHeaderView[look="narrow"]::section { padding: 8px 5px; }
QHeaderView::up-arrow { image: url("$chevron_up"); width: 11px; height: 11px; }
QHeaderView::down-arrow { image: url("$chevron_down"); width: 11px; height: 11px; }
QTableCornerButton::section { background: $panel; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QMenu { background: $raised; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $closed; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
"""
